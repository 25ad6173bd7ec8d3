import type { Drug, DrugClass } from "./drug";

const drug =
  (...classes: DrugClass[]) =>
  (ingredient: string, brands: string[] = [], rxnorm: string[] = [], names: string[] = []): Drug => ({
    ingredient,
    names,
    brands,
    rxnorm,
    classes,
  });

const ai = drug("aromatase-inhibitor");
const adt = drug("adt");
const anticonvulsant = drug("anticonvulsant");
const anabolicSteroid = drug("anabolic-steroid");
const ssri = drug("ssri");
const loop = drug("loop-diuretic");
const other = drug("other-harm");

/** Drugs that harm bone or change the assessment (CLINICAL.md 4.3); glucocorticoids have a table of their own. */
export const DRUGS_THAT_HARM: readonly Drug[] = [
  ai("anastrozole", ["Arimidex"], ["84857", "199224"]),
  ai("letrozole", ["Femara"], ["200064"]),
  ai("exemestane", ["Aromasin"], ["310261"]),
  adt("leuprolide", ["Lupron", "Lupron Depot", "Eligard", "Fensolvi"], ["42375"], ["leuprorelin"]),
  adt("goserelin", ["Zoladex"], ["50610"]),
  adt("triptorelin", ["Trelstar"]),
  adt("degarelix", ["Firmagon"]),
  adt("relugolix", ["Orgovyx"]),
  // 4.3 names the antiandrogens as a class.
  adt("bicalutamide", ["Casodex"]),
  adt("enzalutamide", ["Xtandi"]),
  adt("apalutamide"),
  adt("darolutamide"),
  anticonvulsant("phenytoin", ["Dilantin"], ["8183"]),
  anticonvulsant("phenobarbital", [], ["8134"]),
  anticonvulsant("carbamazepine", ["Tegretol"], ["2002"]),
  anticonvulsant("valproate", ["Depakote"], ["40254", "11118"], ["valproic acid", "divalproex"]),
  anticonvulsant("primidone"),
  ssri("citalopram", ["Celexa"], ["2556"]),
  ssri("escitalopram", ["Lexapro"], ["321988"]),
  ssri("fluoxetine", ["Prozac"], ["4493"]),
  ssri("paroxetine", ["Paxil"], ["32937"]),
  ssri("sertraline", ["Zoloft"], ["36437"]),
  ssri("fluvoxamine", [], ["42355"]),
  ssri("venlafaxine", ["Effexor"], ["39786"]),
  ssri("duloxetine", ["Cymbalta"], ["72625"]),
  drug("thiazolidinedione")("pioglitazone", ["Actos"]),
  drug("thiazolidinedione")("rosiglitazone", ["Avandia"], ["84108"]),
  drug("sglt2-inhibitor")("canagliflozin", ["Invokana"], ["1373458"]),
  drug("heparin")("heparin"),
  drug("heparin")("enoxaparin", ["Lovenox"]),
  drug("thyroid-hormone")("levothyroxine", ["Synthroid", "Levoxyl", "Euthyrox"], ["10582"]),
  loop("furosemide", ["Lasix"], ["4603"]),
  loop("torsemide"),
  loop("bumetanide"),
  drug("depot-progestin")("medroxyprogesterone", ["Depo-Provera"], ["6691"]),
  drug("calcineurin-inhibitor")("cyclosporine", ["Neoral"], ["3008"], ["ciclosporin"]),
  drug("calcineurin-inhibitor")("tacrolimus", ["Prograf"], ["42316"]),
  other("methotrexate", [], ["6851"]),
  other("tenofovir", ["Viread"], ["117466"]),
  other("lithium"),
  anabolicSteroid("oxandrolone", ["Oxandrin"]),
  anabolicSteroid("oxymetholone", ["Anadrol"]),
  anabolicSteroid("nandrolone"),
  anabolicSteroid("stanozolol"),
  anabolicSteroid("methyltestosterone"),
];
