/** Written by bench/fit-ordinary.ts: words by how often they are said, in steps of the square root of two. */
export const ordinaryTable = `
  2: 104 105 113 115 116 126 127 130 171 172 173 176 179 182 190 191 194 202 214 217 219 229 232 237 242 261 262 266
  2: 267 270 272 299 330 331 335 347 349 377 384 389 401 406 409 41 43 437 440 449 45 465 491 493 511 514 53 536 59 66
  2: 70 73 93 940 980 accordingly advises alarm allocation architecture argue assistant author baseline blind cautions
  2: chatbots cite complaint complicated contradict credit dead delivers diagnose difficult dominate draft drowns
  2: earlier earns engine extract extremely feasible fell fifty forecast fourth gb guard hash hundred impractical
  2: influence insert judgment lawyer ledger lora lowering mend mentioned misattributed moment nine nowhere
  2: organisation overlooked parser password percentile policy practise propability quarterly rarer react refund
  2: relabel remedy repositories rewording rewrite rights semantic sensor simulated skipped slips slots succeeded
  2: swapped template temporary thirty timer tiny today transport twenty unfair visa whoever writer written
  3: 013824 106 144 153 156 160 168 340 37 396 400 520 600 79 84 89 890 94 accept accuracy additionally advice almost
  3: although announced anyone authentication badly basic binomial blames burnt bursty buy ca care catches clause clean
  3: coexist colleague column compliance confuse consequence corresponding course covenant cure cut daily dense
  3: dismissals ethernet faults favour file finite flexibility fragmentation guess handshake hides hl honest hope
  3: ignoring immediately implicit job join kept layout lease lies linear linearly logical mac maintain maximal medical
  3: money mostly nearly noise note notices original overall overlap owner padding paragraph partner percentage
  3: permutations person physical poor potential precipitate prefer principle project promiscuous proof prototype prove
  3: purged pushing quicker radio raise random re recipient recognize repeats represents resent resv revenue revised
  3: rho roaming rough round safe seen seqno session setup shelter simpler smooth sorted specified stale steep stem
  3: strength successfully suitable summaries surrounded tails teh thick ticket track tries typical underutilization
  3: undo unnecessary unreliable usage useless usual valid vector wet win wireless withdrawn
  4: 120 121 150 152 163 170 201 210 215 226 228 240 253 254 259 263 325 336 381 394 395 421 430 466 48 483 492 544 81
  4: 85 according acts actual adjacent afterwards annotated anymore applies baby became becuase cascade claim compute
  4: contextual contract contrast correctly crossing date deadline detail drift eight especially everybody everyone
  4: expanded expires extra finally finish front gain guarantee habit handle hop inspect integrated interface
  4: interference introduced isolated lacked latency later lets level machine maximum meet merge mistral netmask o
  4: overhead paid postive preparation reachable recall regression remembered repel resources respect retransmission
  4: risk rollback rtt scanned simultaneously sit solved soon south stable stand static steady steel structure study
  4: style success suppose taken taking td technique thumbs tone treat tresh trouble twice unlike unsure vial warning
  4: waste ways whenever whichever worse zero
  5: 108 11 159 174 180 21 211 218 23 238 243 31 32 34 38 405 411 444 452 482 512 526 56 57 64 65 7 72 74 76 90 95
  5: achieve among application approach bag bandwidth batter behind chance citations comment comparison consists
  5: context continues darker decision decline default directly disagree disappeared divided dns doesnt dqdb easy
  5: editing embed enables entered evaluation everything exact expensive features feedback fetch force formula
  5: freshness furthermore gerry incomplete incremented individual inexpensive input installation intermediate issue
  5: kinds library louder mb metric minimal minimum multiply necessary overcome overfitting parameters participants
  5: parties pointer pour present promises published quoting rank rarp reflects replaced rest rises scale sec sense
  5: series shrinks similar six slowly soft software spread subnets subset task throughput trust tube u unknown upkeep
  5: utilization voice volts weeks xs
  6: 158 200 205 208 212 233 250 28 315 387 397 398 42 49 490 51 52 54 55 800 86 96 accidentally accurate adam adress
  6: along apart append arrow attached available bad baking bar behaviour belongs bess beth blow boat cake canada
  6: caught charge cheap chloride choose chromatography circle classroom closer coat conducting confidence conn copy
  6: creek customers david decomposition description dioxide disk dismay displays dogs dont east elena ensure except
  6: exponentially extend farther feet fewer fingernail five flat flatter floor forgetting golf grandchildren gravity
  6: gray grease guide half happy hardware harvested heel identical illustration implemented instruments jack jen judge
  6: kate known labrador letter lid lifeboat liters locally lr manual mariella marker match mechanism million mirror
  6: mystery narrow near nice nitrate nobody operation otherwise pairs parallel past pathway pebbles pencil perfect
  6: perfectly permit phone photograph pigments pipeline plaza pressed previous punched puzzled quality reliable remove
  6: repair rerouted resend reset returns richard road rose saltwater sank saving saxophone select sell shade shined
  6: soda somebody splashed split stages stoplight streamtable street strong sum sunshine supply surprised swinger
  6: symmetry tabby team tee ten teridann territorial textures third tighter timestamp tipped toe topology toy
  6: triangular true uniformly unsupported urgent v video w wading watch weak weather weekly wind wing wondered words
  7: 14 17 209 25 300 385 500 67 80 access against air algorithm alone already anything automatic beginning billions
  7: bounded branch brass break bring built cache checksum chunks circut client cold collected combinations complex
  7: components concatenated concluded delay double duplex embedding embryo energy established exposed f fall
  7: fertilizer fine foil free fruit fulcrum future gas gave harp hear heavy important improvement instead invention k
  7: keyidea keyword knew last lift lit lost m median medium mermaid monthly morning mountain mouth neighbors nickel
  7: north old ones optimal outgoing output outside overlay particle pass periodically plus prevent product remained
  7: report retransmit reviewer rpb saw score share shortened simple smash sometimes specific spot steeper submission
  7: syn talking taped thermometer title trace unicast valley value volume whole years
  8: 15 16 18 33 absorbs adapter afternoon agree amber amy andre anne appeared arrange article attracted away based
  8: bath bedroom besides betty beverages bill birthday bought bryan carbon certain channel chart citric coin comes
  8: common cotyledon couple current decrease defined demonstrate detect devices didn discarded discovered discussed
  8: doorknob eat effort eg electromagnet elytra empty epsom exists fabrics facing fails family father figure
  8: flashlight flowchart foam format four geologist georgia gives greta guitar habitat heard height home hooked hours
  8: incoming index instructions involved jana janet joanne jorge julie jumps justification justify kurt l lee list
  8: little maggie male matter met mike missing multimeter neighborhood nigel normal opposite painted paw pea people
  8: performed phil planning plant poles power prediction price printing produce protection pulley putting rag release
  8: reply reranking retraining root rotate rpf sarah scoops seedling seeing segment shortly sign silver sink sodium
  8: squares steepest stores sue susan swings text thiosulfate tied tightened timeout tools top total trail trigger
  8: uncle understand useful user version wall weight wendy whiteboard wide width wrapped yeast yellow
  9: 13 35 able account ack advertised alum aluminum always andi appealing assignment average backwards band bean
  9: benefit bottle broad build buses called car cd chamber choice clay colorless conductor consider construct contest
  9: cory cost counted csma dark deltas disconnect diva documents don drew dual due dynamic effect efficiency elevation
  9: enough equilibrium facts failures fairness far favorite flag flip flour fruitsnap general germination globe grid
  9: grow heads heavier hhhttt hidden hike hotter hybrid identify ink insulator iron items keep knowledge knows lake
  9: lemon likelihood limited listening lived lizard logs loops luscious manage mark meters mistakes mock monitor month
  9: multiple needed offers packages park payload penny permanent piggybacking play playground points poisson port
  9: purpose query range recommended recorded reduce request reserve river role room router rubber rubbings rule scott
  9: security seperated settle signal simplify sliding space stood thought told topaz topographic transfer transparent
  9: travel type unconfirmed update warm west wooden write wrong
  10: 60 anna around assumption asynchronous avoidance back balance become began brown bus bytes carried carrier cause
  10: celsius character circumstances collectors communication conditions configuration confirmed connectionless
  10: contour darla degrees denise depends deposition destination determining diameter dish distributed domain dotted
  10: dry duplicates earth easier edges emily erosion expect factor fat filled finger fit flooding fork friend full g
  10: gone grace greater green h hit hole host idea impact independent indophenol initialization internet interval
  10: katie key label large leads leave left load loss main mary messages metal middle mixed mobile mode modify ms n
  10: occurs orange oriented overly pam passages paula picked piece procedure property q r relationship response rings
  10: saturated science served server several sharice slope soil solubility special standard stirred stop stream stuck
  10: substance surface synchronous tells terms threshold tokens truck turn uncovered unit vibration vitamin wood
  11: 12 30 40 8 9 add additional allows apple area ask baseball basketball best better bigger bit blue buffer bursting
  11: calcite calculations cannot case challenges check chemical chose classes correct cream creates design dhcp diana
  11: disadvantage dissolved distance eggshells entry equal error evaporated evidence exactly farthest field filter
  11: fizzing football form fruity function held indicator investigate ip jim lan layer lecture ling mass method nail
  11: nathaniel new options page pan paperclip patterns peanuts pitch pool possible problem provide quickly rate real
  11: red rock sample sand schematic search seed sent shadow shapes sheeting shoes single speed stick therefore thinks
  11: throw touched traffic transmitted versus vinegar walnuts wanted wrote
  12: acid acknowledgement address advantage amount broadcast bubbles cell centimeters code collision color complete
  12: cookies damaged direction drawing e faster find fixed following food girls hand harder hold include inside
  12: learning length liquid located low marbles means name notebook observe order paper placed plastic plucked prompt
  12: pulled pure queue reaction required retrieval reverse rug sammy scratch sender sequence side slow small solar
  12: spanning ss station stay steps sun support t three thresh together took try tuning udp variable waiting weighed
  12: white window wire z
  13: 20 50 added affect another assume black bridge brought concentration congestion covered crystals cwnd day decided
  13: diagram electrical end experiment flow grams groups heat heaters help higher increase least less link map mineral
  13: model motor move multicasting negative next nothing p part process protocol rachael reached salt sentences set
  13: tcp temperature threw training two work
  14: 6 arrivals ball blocks box burned compared control cup d drops event example extension first forwarding found
  14: graph happen information long magnet measure minutes network node number object open phase picture probability
  14: questions receiver results routing run s second separate service short shown shows size source start sugar
  14: transmission tree y
  15: 0 100 5 bottom clear describe frame gap light line look material mixture reasoning send sound spoons state string
  15: system table test time x
  16: 10 4 change closed data headers milliliters positive reading solid voltage
  17: 1 3 answer battery circuit connected container different packets solution switch
  18: 2 b c path
  19: bulb explain terminal water
`;
