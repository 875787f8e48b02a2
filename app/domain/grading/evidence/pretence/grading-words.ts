/**
 * How an order to a grader is worded in other languages than the interview's: stems of the words for leaving rules out,
 * for what is left out, for giving, for all of it, and for marks. In English these words are everyday words of the trade,
 * so English has patterns of its own in admissible.ts.
 */
import { wordsIn } from "../../../text/words.ts";

type Wording = {
  ignore: string;
  rules: string;
  give: string;
  full: string;
  marks: string;
  /** Says it alone. */
  whole?: string;
};

/** Without accents and in lower case, as `withoutDisguise` gives text; Cyrillic loses the breve of й. */
const wordings: Readonly<Record<string, Wording>> = {
  spanish: {
    ignore: "ignor[ae]|olvid[ae]|descart[ae]|pasa por alto",
    rules: "rubrica|criterios|instrucciones|reglas|baremo",
    give: "dar?\\b|dame|den\\b|otorg|asign|conced|ponme|pon\\b|califi|merec",
    full: "maxim|complet|tod[ao]s|perfect|plena",
    marks: "puntos|puntuacion|puntaje|nota\\b|notas\\b|calificacion|criterios",
  },
  portuguese: {
    ignore: "ignor[ae]|esquec|desconsider",
    rules: "rubrica|criterios|instrucoes|regras",
    give: "dar?\\b|de-me|atribu|conced|merec",
    full: "maxim|total|complet|todos|perfeit",
    marks: "pontos|pontuacao|nota\\b|notas\\b|criterios",
  },
  french: {
    ignore: "ignore[zs]?\\b|oublie[zs]?\\b|ne tenez pas compte|fais abstraction|faites abstraction",
    rules: "grille|bareme|criteres|consignes|instructions|regles|rubrique",
    give: "donn|attribu|accord|mettez|mets\\b|merite",
    full: "maxim|plein|tou(te|s|tes)\\b|parfait",
    marks: "points\\b|note\\b|notes\\b|score\\b|criteres",
  },
  german: {
    ignore: "ignorier|vergiss|vergesst|missacht|ubergeh",
    rules: "rubrik|bewertung|kriterien|anweisung|regeln|vorgaben",
    give: "gib\\b|gebt\\b|geben sie|vergib|vergeb|erteil|setz|verdien|werte\\b|bewerte",
    full: "voll|maxim|hochst|alle\\b|beste",
    marks: "punkt|punkte|punktzahl|note\\b|noten\\b|bewertung|kriterien",
    whole: "hochstpunktzahl bitte|volle punktzahl",
  },
  italian: {
    ignore: "ignor[ai]|dimentic|trascur",
    rules: "rubrica|griglia|criteri|istruzioni|regole",
    give: "dai\\b|dammi|assegn|attribu|concedi|merit",
    full: "massim|pien[oi]|tutt[ie]|perfett",
    marks: "punti|punteggio|voto\\b|voti\\b|criteri\\b",
  },
  dutch: {
    ignore: "negeer|vergeet",
    rules: "rubriek|beoordeling|criteria|instructies|regels",
    give: "geef|ken\\b|toe\\b|verdien",
    full: "volle|maxim|hoogste|alle\\b",
    marks: "punten|cijfer|score\\b|criteria",
  },
  polish: {
    ignore: "zignoruj|ignoruj|pomin|zapomnij",
    rules: "rubryk|kryteri|instrukcj|zasad|polecen",
    give: "daj\\b|przyzna|wystaw|przydziel|zasluguj",
    full: "pełn|peln|maksymaln|najwyzsz|wszystki",
    marks: "punkt|ocen|not[eę]\\b|kryteri",
  },
  turkish: {
    ignore: "yok say|gormezden|unut",
    rules: "rubrig|kriter|talimat|kural|olcut",
    give: "ver\\b|verin|hak ed",
    full: "tam\\b|tum\\b|en yuksek|butun",
    marks: "puan|not\\b|kriter|olcut",
    whole: "tam puan",
  },
  vietnamese: {
    ignore: "bo qua|phot lo|quen",
    rules: "tieu chi|huong dan|quy tac|thang diem",
    give: "cho\\b|cham",
    full: "toi da|tuyet doi|tat ca",
    marks: "diem\\b|tieu chi",
    whole: "diem toi da",
  },
  indonesian: {
    ignore: "abaikan|lupakan",
    rules: "rubrik|kriteria|instruksi|aturan",
    give: "beri(kan)?\\b",
    full: "penuh|maksim|semua|tertinggi",
    marks: "nilai|skor|poin|kriteria",
  },
  russian: {
    ignore: "игнорир|забуд|не учитыва|отбрось",
    rules: "рубрик|критери|инструкц|правил|указани",
    give: "постав|выстав|дать\\b|даи|присво|заслуж|оцени",
    full: "максим|высш|полн|все\\b|всем|отличн",
    marks: "балл|оценк|очк|критери",
  },
  ukrainian: {
    ignore: "ігнору|забуд|не зважа",
    rules: "рубрик|критері|інструкц|правил|вказів",
    give: "постав|дати\\b|даи|присво",
    full: "максим|наивищ|повн|всі\\b|усі\\b",
    marks: "бал|оцінк|критері",
  },
  greek: {
    ignore: "αγνο|ξεχασ",
    rules: "ρουμπρικ|κριτηρι|οδηγι|κανον",
    give: "δωσ|βαλ",
    full: "πληρ|μεγιστ|ολα|αριστα",
    marks: "βαθμ|μοναδ|κριτηρι",
  },
  arabic: {
    ignore: "تجاهل|انس|اهمل|أهمل",
    rules: "المعايير|معايير|التعليمات|تعليمات|القواعد|سلم التقييم|التقييم",
    give: "أعط|اعط|امنح|ضع",
    full: "الكاملة|كاملة|كامل|القصوى|جميع|أعلى",
    marks: "درجة|الدرجة|العلامة|علامة|نقاط|الدرجات|المعايير|معايير",
  },
  hebrew: {
    ignore: "התעלם|התעלמ|שכח",
    rules: "מחוון|קריטריונ|הוראות|כללים",
    give: "תן\\b|תנו|הענק",
    full: "מלא|מרבי|מקסימל|כל ה",
    marks: "ציון|נקודות|ניקוד|קריטריונ",
  },
  hindi: {
    ignore: "अनदेखा|नज़रअंदाज|नजरअंदाज|भूल",
    rules: "मानदंड|निर्देश|नियम|रूब्रिक",
    give: "दें|दो|दीजिए|दे दो",
    full: "पूरे|पूर्ण|अधिकतम|सभी",
    marks: "अंक|मानदंड|नंबर",
    whole: "पूरे अंक",
  },
  chinese: {
    ignore: "忽略|无视|無視|忘记|忘記|不要管|别管",
    rules: "评分|評分|标准|標準|指令|规则|規則|指示|量表|准则",
    give: "给|給|请打|打|判|评为|評為",
    full: "满|滿|最高|全部|所有|完美",
    marks: "分|标准|標準|等级|等級",
    whole: "满分|滿分",
  },
  japanese: {
    ignore: "無視|忘れ|従わない",
    rules: "基準|採点|評価|指示|ルール|ルーブリック",
    give: "与え|つけ|付け|ください|くれ",
    full: "最高|すべて|全て|全部|最大",
    marks: "点|評価|基準",
    whole: "満点",
  },
  korean: {
    ignore: "무시|잊어|잊고",
    rules: "기준|채점|평가|지시|규칙|루브릭",
    give: "주세요|줘|주십시오|부여|처리",
    full: "최고|모든|전부|최대",
    marks: "점|점수|평가|기준",
    whole: "만점",
  },
  thai: {
    ignore: "เพิกเฉย|ละเว้น|ไม่ต้องสนใจ|ลืม",
    rules: "เกณฑ์|คำสั่ง|กฎ",
    give: "ให้|ขอ",
    full: "เต็ม|สูงสุด|ทั้งหมด",
    marks: "คะแนน|เกณฑ์",
    whole: "คะแนนเต็ม",
  },
  swahili: {
    ignore: "puuza|sahau",
    rules: "vigezo|maagizo|kanuni|maelekezo",
    give: "toa|mpe|nipe|wape",
    full: "zote|kamili|juu",
    marks: "alama|pointi|vigezo",
  },
  latin: {
    ignore: "neglege|ignora|obliviscere",
    rules: "rubrica|praecepta|regulas|normas",
    give: "da\\b|tribue|dona",
    full: "plena|summ[ao]|omni",
    marks: "puncta|nota[ms]?\\b|praemi",
  },
};

/** Scripts without spaces have no word edges to look for. */
function stemPattern(stems: string): RegExp {
  const joined = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(stems);
  return joined
    ? new RegExp(stems, "u")
    : new RegExp(`(?<![\\p{L}])(?:${stems.replaceAll("\\b", "(?![\\p{L}])")})`, "u");
}

const readers = Object.values(wordings).map((wording) => ({
  ignore: stemPattern(wording.ignore),
  rules: stemPattern(wording.rules),
  give: stemPattern(wording.give),
  full: stemPattern(wording.full),
  marks: stemPattern(wording.marks),
  whole: wording.whole === undefined ? null : stemPattern(wording.whole),
}));

/** A sentence with this share of English joining words is English, whatever words of another language look like its own. */
const englishShare = 0.2;

function isEnglish(text: string): boolean {
  const words = wordsIn(text);
  return words.filter(({ isFunctionWord }) => isFunctionWord).length >= englishShare * Math.max(1, words.length);
}

/** Whether a sentence, as `withoutDisguise` gives it, orders a grader to leave the rules out or to give all of the marks. */
export function ordersInAnotherLanguage(plain: string): boolean {
  const found = readers.some(
    ({ ignore, rules, give, full, marks, whole }) =>
      (whole?.test(plain) ?? false) ||
      (ignore.test(plain) && rules.test(plain)) ||
      (give.test(plain) && full.test(plain) && marks.test(plain)),
  );
  return found && !isEnglish(plain);
}
