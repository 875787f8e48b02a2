#!/bin/bash
node --expose-gc --import tsx bench/grading.ts > /tmp/pf/now.txt 2>&1
diff <(grep -E "other sets  |honest|≤|≥|cost|pairs," /tmp/pf/before.txt) <(grep -E "other sets  |honest|≤|≥|cost|pairs," /tmp/pf/now.txt)
