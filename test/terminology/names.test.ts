import { describe, expect, test } from "vitest";
import { analyteOf } from "../../src/terminology/analytes";
import { drugsIn } from "../../src/terminology/drug-names";
import { anchorTerms } from "../../src/terminology/pack-terms";
import { foldText } from "../../src/terminology/plain-text";
import { TERMS } from "../../src/terminology/terms";

/** Names under which laboratories and LOINC (long and short) print each test; one line each, separated by " ; ". */
const TESTS: Record<string, string> = {
  VITD:
    "25-OH Vitamin D ; Vitamin D, 25-Hydroxy ; VITAMIN D 25-HYDROXY ; Vitamin D 25-OH, Total ; 25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma ; " +
    "25(OH)D3 SerPl-mCnc ; 25-Hydroxyvitamin D2+25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma ; VITAMIN D,25-OH,TOTAL,IA ; 25-hydroxycholecalciferol ; Vit D 25-OH ; Calcidiol ; 25(OH)D ; VIT D, 25 OH ; 25-OH-Vitamin D3 ; Vitamin D 25 Hydroxy Lvl",
  CA: "Calcium ; CALCIUM ; Calcium, Serum ; Calcium [Mass/volume] in Serum or Plasma ; Calcium SerPl-mCnc ; Ca ; Calcium, total ; Calcium Lvl ; Serum calcium ; Calcium [Moles/volume] in Serum or Plasma",
  CA_CORR: "Calcium, corrected ; Corrected calcium ; Albumin-corrected calcium ; Calcium (adjusted for albumin)",
  CA_ION: "Calcium, ionized ; Ionized calcium ; Calcium.ionized [Moles/volume] in Blood ; Ca-I ; iCa ; Ionised Calcium",
  ALB: "Albumin ; ALBUMIN, SERUM ; Albumin [Mass/volume] in Serum or Plasma ; Albumin SerPl-mCnc ; Alb ; Albumin Level",
  PHOS: "Phosphorus ; PHOSPHATE ; Phosphate [Mass/volume] in Serum or Plasma ; Phosphate SerPl-mCnc ; Phos ; Phosphorus, Inorganic ; PO4 ; Phosphorus (as Phosphate)",
  ALP: "Alkaline phosphatase ; ALKALINE PHOSPHATASE ; Alk Phos ; ALP ; Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma ; ALP SerPl-cCnc ; Alkaline Phosphatase, S ; ALK PHOSPHATASE ; Alk. Phosphatase",
  BALP: "Bone alkaline phosphatase ; Alkaline phosphatase, bone specific ; BSAP ; Bone Specific Alk Phos",
  CREAT:
    "Creatinine ; CREATININE ; Creatinine, Serum ; Creatinine [Mass/volume] in Serum or Plasma ; Creat SerPl-mCnc ; Creat ; Serum creatinine ; Creatinine Lvl",
  EGFR: "eGFR ; EGFR ; Estimated GFR ; eGFR (CKD-EPI 2021) ; EST GFR (CKD-EPI 2021) ; GFR, estimated ; Glomerular filtration rate/1.73 sq M.predicted ; eGFR CKD-EPI 2021 ; GFR est ; Glomerular filtration rate ; eGFRcr",
  ALT: "ALT ; ALT (SGPT) ; SGPT ; Alanine aminotransferase ; Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma ; ALT SerPl-cCnc ; Alanine Aminotransferase (ALT)",
  AST: "AST ; AST (SGOT) ; SGOT ; Aspartate aminotransferase ; Aspartate Aminotransferase (AST) ; AST SerPl-cCnc",
  GGT: "GGT ; Gamma glutamyl transferase ; Gamma-GT ; Gamma glutamyl transferase [Enzymatic activity/volume] in Serum or Plasma",
  BILI: "Bilirubin, Total ; Total bilirubin ; BILIRUBIN TOTAL ; Bilirubin.total [Mass/volume] in Serum or Plasma ; T Bili ; Bilirub SerPl-mCnc",
  HGB: "Hemoglobin ; HEMOGLOBIN ; Hgb ; HGB ; Hemoglobin [Mass/volume] in Blood ; Hgb Bld-mCnc ; Haemoglobin ; Hb",
  TSH: "TSH ; Thyrotropin ; Thyroid stimulating hormone ; Thyrotropin [Units/volume] in Serum or Plasma ; TSH SerPl-aCnc ; TSH, 3rd generation ; TSH W/REFLEX TO FREE T4 ; Thyroid Stimulating Hormone (TSH) ; TSH, High Sensitivity",
  TESTO:
    "Testosterone ; Testosterone, Total ; TESTOSTERONE TOTAL, LC/MS/MS ; Testosterone [Mass/volume] in Serum or Plasma ; Testost SerPl-mCnc ; Total Testosterone",
  PTH: "PTH ; PTH, Intact ; Intact PTH ; Parathyroid hormone, intact ; Parathyrin.intact [Mass/volume] in Serum or Plasma ; PTH-Intact SerPl-mCnc ; iPTH ; PARATHYROID HORMONE ; Parathyroid Hormone (PTH), Intact",
  UCA24: "Calcium, 24 hour urine ; Calcium, Urine 24 Hr ; Calcium [Mass/time] in 24 hour Urine ; 24h urine calcium",
  SPEP: "Protein electrophoresis, serum ; SPEP ; Serum protein electrophoresis ; M-spike",
  FLC: "Kappa/Lambda free light chain ratio ; Free Kappa/Lambda Ratio ; Kappa/Lambda Ratio, Serum",
  TTG: "Tissue transglutaminase IgA ; tTG IgA ; Tissue Transglutaminase Ab, IgA ; Transglutaminase IgA ; t-Transglutaminase (tTG) IgA",
  IGA: "IgA ; Immunoglobulin A ; IgA, Serum ; Immunoglobulin A, Qn, Serum",
  CORTISOL: "Cortisol, free, 24 hour urine ; Cortisol, Urine Free 24h ; Urinary free cortisol 24 hr",
  ESTRADIOL: "Estradiol ; Estradiol (E2) ; Oestradiol ; ESTRADIOL, SERUM",
  FSH: "FSH ; Follicle stimulating hormone ; Follitropin [Units/volume] in Serum or Plasma ; FSH, Serum",
  LH: "LH ; Luteinizing hormone ; Lutropin [Units/volume] in Serum or Plasma ; Luteinizing Hormone (LH)",
  PROLACTIN: "Prolactin ; PROLACTIN ; Prolactin [Mass/volume] in Serum or Plasma",
  MG: "Magnesium ; MAGNESIUM ; Magnesium, Serum ; Magnesium [Mass/volume] in Serum or Plasma ; Mg",
  ESR: "ESR ; Sed Rate ; Erythrocyte sedimentation rate ; Sedimentation Rate-Westergren ; Erythrocyte sedimentation rate by Westergren method",
  CRP: "CRP ; C-Reactive Protein ; C reactive protein [Mass/volume] in Serum or Plasma ; C-Reactive Protein, Quant ; hs-CRP",
  FERRITIN: "Ferritin ; FERRITIN ; Ferritin, Serum ; Ferritin [Mass/volume] in Serum or Plasma",
  HBA1C:
    "Hemoglobin A1c ; HbA1c ; A1C ; HGB A1C ; Hemoglobin A1c/Hemoglobin.total in Blood ; Glycated hemoglobin ; Hemoglobin A1C (HbA1c)",
  CTX: "C-Telopeptide ; CTX ; Beta-CrossLaps ; C-Telopeptide, Beta-Cross-Linked, Serum ; Collagen type I C-telopeptide",
  P1NP: "P1NP ; Procollagen type I intact N-terminal propeptide ; Procollagen I Intact N-Terminal ; PINP",
};

/** Tests that share words with ours. */
const NOT_OURS =
  "1,25-Dihydroxyvitamin D ; Vitamin D, 1,25 (OH)2 ; Calcitriol ; Vitamin D binding protein ; Creatinine, Urine ; Creatinine clearance ; Albumin/Creatinine Ratio ; Microalbumin, Urine ; BUN/Creatinine Ratio ; " +
  "Calcium, Urine ; Coronary calcium score ; Calcium/Creatinine ratio ; Prealbumin ; Albumin/Globulin Ratio ; Albumin, CSF ; Bilirubin, Direct ; Bilirubin, Urine ; Acid phosphatase ; PTH-related peptide ; Testosterone, Free ; " +
  "Free testosterone ; Sex hormone binding globulin ; Mean corpuscular hemoglobin ; Hemoglobin S ; Hemoglobin F ; Hemoglobin A2 ; Hemoglobin, Urine ; Free T4 ; TSH receptor antibody ; Transglutaminase IgG ; Total protein ; " +
  "Cortisol ; Magnesium, RBC ; Phosphatidylethanol ; Antiphospholipid antibody ; Creatine kinase ; Vitamin B12 ; Vitamin A ; Ferric chloride ; eGFR African American ; Lipase ; Albumin, Urine ; Calcium channel antibody";

const split = (names: string) => names.split(" ; ");

describe("names of tests", () => {
  test.each(Object.entries(TESTS))("%s under every usual name", (code, names) => {
    expect(Object.fromEntries(split(names).map((name) => [name, analyteOf(name, null)]))).toEqual(
      Object.fromEntries(split(names).map((name) => [name, code])),
    );
  });

  test.each(split(NOT_OURS))("%s is none of them", (name) => {
    expect(analyteOf(name, null)).toBeNull();
  });
});

/** Every drug a rule knows, with the brands and other names under which it stands in charts. */
const DRUGS: Record<string, string> = {
  alendronate: "Fosamax ; Fosamax Plus D ; Binosto ; alendronic acid ; alendronate sodium 70 mg",
  risedronate: "Actonel ; Atelvia ; risedronate sodium ; risedronic acid",
  ibandronate: "Boniva ; ibandronate sodium ; ibandronic acid",
  "zoledronic acid": "Reclast ; Aclasta ; Zometa ; zoledronate",
  denosumab:
    "Prolia ; Jubbonti ; Ospomyv ; Stoboclo ; Conexxence ; Bildyos ; Bosaya ; Enoby ; Osvyrti ; Boncresa ; denosumab-bbdz ; Xgeva ; Wyost ; Xbryk ; Osenvelt ; Bomyntra ; Bilprevda ; Aukelso ; Xtrenbo ; Jubereq ; Oziltus",
  teriparatide: "Forteo ; Bonsity",
  abaloparatide: "Tymlos",
  romosozumab: "Evenity ; romosozumab-aqqg",
  raloxifene: "Evista ; raloxifene HCl",
  "conjugated estrogens/bazedoxifene": "Duavee ; conjugated estrogens-bazedoxifene",
  calcitonin: "Miacalcin ; Fortical ; calcitonin (salmon)",
  estrogens: "Premarin ; estradiol ; Climara ; Vivelle ; Estrace ; Prempro ; Activella ; Bijuva ; conjugated estrogens",
  prednisone: "Deltasone ; Rayos ; predniSONE",
  prednisolone: "Orapred ; Prelone ; Millipred ; prednisoLONE",
  methylprednisolone: "Medrol ; Solu-Medrol ; Depo-Medrol ; methylPREDNISolone",
  dexamethasone: "Decadron ; Hemady ; dexAMETHasone",
  hydrocortisone: "Cortef ; Solu-Cortef",
  betamethasone: "Celestone",
  triamcinolone: "Kenalog",
  cortisone: "cortisone acetate",
  deflazacort: "Emflaza",
  vamorolone: "Agamree",
  anastrozole: "Arimidex",
  letrozole: "Femara",
  exemestane: "Aromasin",
  leuprolide: "Lupron ; Eligard ; Fensolvi ; leuprorelin ; leuprolide acetate",
  goserelin: "Zoladex",
  triptorelin: "Trelstar",
  degarelix: "Firmagon",
  relugolix: "Orgovyx",
  phenytoin: "Dilantin",
  phenobarbital: "PHENobarbital",
  carbamazepine: "Tegretol ; carBAMazepine",
  valproate: "Depakote ; valproic acid ; divalproex sodium",
  primidone: "primidone 50 mg",
  omeprazole: "Prilosec",
  esomeprazole: "Nexium",
  lansoprazole: "Prevacid",
  pantoprazole: "Protonix",
  rabeprazole: "Aciphex",
  dexlansoprazole: "Dexilant",
  citalopram: "Celexa",
  escitalopram: "Lexapro",
  fluoxetine: "Prozac ; FLUoxetine",
  paroxetine: "Paxil ; PARoxetine",
  sertraline: "Zoloft",
  fluvoxamine: "fluvoxaMINE",
  venlafaxine: "Effexor ; Effexor XR",
  duloxetine: "Cymbalta ; DULoxetine",
  pioglitazone: "Actos",
  rosiglitazone: "Avandia",
  canagliflozin: "Invokana",
  heparin: "heparin 5,000 units",
  enoxaparin: "Lovenox",
  levothyroxine: "Synthroid ; Levoxyl ; Euthyrox ; levothyroxine sodium",
  furosemide: "Lasix",
  torsemide: "torsemide 20 mg",
  bumetanide: "bumetanide 1 mg",
  medroxyprogesterone: "Depo-Provera ; medroxyPROGESTERone",
  cyclosporine: "Neoral ; cycloSPORINE ; ciclosporin",
  tacrolimus: "Prograf",
  methotrexate: "methotrexate 2.5 mg",
  tenofovir: "Viread ; tenofovir disoproxil fumarate",
  lithium: "lithium carbonate",
  oxandrolone: "Oxandrin",
  oxymetholone: "Anadrol",
  nandrolone: "nandrolone decanoate",
  stanozolol: "stanozolol 2 mg",
  methyltestosterone: "methylTESTOSTERone",
};

describe("names of drugs", () => {
  test.each(Object.entries(DRUGS))("%s by its own name and every other", (ingredient, names) => {
    const all = [ingredient, ingredient.toUpperCase(), ...split(names)];
    expect(Object.fromEntries(all.map((name) => [name, drugsIn(name)[0]?.ingredient]))).toEqual(
      Object.fromEntries(all.map((name) => [name, ingredient])),
    );
  });
});

describe("the page script", () => {
  test("is told to look wherever one of these names stands", () => {
    const words = anchorTerms(TERMS)
      .flat()
      .map((term) => {
        const escaped = term.replace(/\$$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        return new RegExp(`(?<![\\p{L}\\d])${escaped}${term.endsWith("$") ? "(?![a-z/])" : ""}`, "u");
      });
    const names = [...Object.values(TESTS), ...Object.values(DRUGS)].flatMap(split).concat(Object.keys(DRUGS));
    expect(names.filter((name) => !words.some((word) => word.test(foldText(name))))).toEqual([]);
  });
});
