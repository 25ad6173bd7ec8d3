/** A guideline, label or paper beside the source article: what was read, and when it was published. */
export interface Guideline {
  label: string;
  url: string | null;
  date: string | null;
}

/** Sources of CLINICAL.md section 8, under short keys. */
export const GUIDELINES = {
  "AACE 2020": { label: "AACE/ACE 2020", url: "https://doi.org/10.4158/GL-2020-0524SUPPL", date: "2020" },
  "ES 2020": { label: "Endocrine Society 2020", url: null, date: "2020" },
  "BHOF 2022": {
    label: "BHOF Clinician's Guide 2022",
    url: "https://doi.org/10.1007/s00198-021-05900-y",
    date: "2022",
  },
  "ACR 2022": { label: "ACR glucocorticoid guideline 2022", url: null, date: "2022" },
  "ACP 2023": { label: "ACP 2023 (Qaseem)", url: "https://pubmed.ncbi.nlm.nih.gov/36592456/", date: "2023" },
  "ASCO 2019": { label: "ASCO 2019", url: null, date: "2019" },
  "AIBL 2017": { label: "Aromatase inhibitor joint statement 2017", url: null, date: "2017" },
  "USPSTF 2025": { label: "USPSTF 2025", url: "https://www.uspreventiveservicestaskforce.org/", date: "2025-01-14" },
  "ISCD 2023": {
    label: "ISCD official positions 2023",
    url: "https://iscd.org/official-positions-2023/",
    date: "2023",
  },
  "ISCD VFA 2019": { label: "ISCD vertebral fracture assessment 2019", url: null, date: "2019" },
  "ISCD 2005": { label: "ISCD 2005, Z-scores", url: "https://pubmed.ncbi.nlm.nih.gov/16731428/", date: "2005" },
  "Kanis 2011": {
    label: "Kanis 2011, FRAX and glucocorticoid dose",
    url: "https://pubmed.ncbi.nlm.nih.gov/21229233/",
    date: "2011",
  },
  "CAROC 2010": { label: "CAROC 2010 (Canada)", url: null, date: "2010" },
  "Leslie 2011": { label: "Leslie 2011, lumbar-spine offset of FRAX", url: null, date: "2011" },
  "FRAX type 2 diabetes": {
    label: "FRAX in type 2 diabetes (PMC6193547)",
    url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6193547/",
    date: null,
  },
  FRAXplus: { label: "FRAXplus, what it adds to FRAX", url: "https://www.fraxplus.org/", date: null },
  FRAX: { label: "FRAX, definitions of its inputs", url: "https://www.fraxplus.org/", date: null },
  WHO: { label: "WHO bone density criteria", url: null, date: null },
  NOGG: { label: "NOGG (UK)", url: "https://www.nogg.org.uk/", date: "2024" },
  "ASBMR 2016": { label: "ASBMR long-term bisphosphonate task force", url: null, date: null },
  "ASBMR/BHOF 2024": { label: "ASBMR/BHOF goal-directed treatment 2024", url: null, date: "2024" },
  ECTS: { label: "ECTS, stopping denosumab", url: null, date: null },
  "ES vitamin D 2024": { label: "Endocrine Society, vitamin D 2024", url: null, date: "2024" },
  "Eriksen 2012": {
    label: "Treatment of osteopenia (Eriksen 2012)",
    url: "https://pubmed.ncbi.nlm.nih.gov/21710179/",
    date: "2012",
  },
  "Reid 2018": {
    label: "Zoledronate in osteopenic women (Reid 2018)",
    url: "https://pubmed.ncbi.nlm.nih.gov/30575489/",
    date: "2018",
  },
  "Krege 2022": { label: "Teriparatide and osteosarcoma (Krege 2022)", url: null, date: "2022" },
  Yood: { label: "Glucocorticoid users, one managed-care study (Yood)", url: null, date: null },
  "Liver review": {
    label: "Bone disease in chronic liver disease, review",
    url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4892399/",
    date: null,
  },
  Labels: { label: "US drug labels", url: "https://api.fda.gov/drug/label.json", date: "2026" },
  "Joint 2020": { label: "Joint guidance on bone drugs 2020", url: null, date: "2020" },
  Workup: {
    label: "Work-up lists (AACE 2010, Canadian, SIOT)",
    url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4140610/",
    date: "2010",
  },
  "Cockcroft-Gault": { label: "Cockcroft and Gault, creatinine clearance", url: null, date: null },
  Product: { label: "Default of this product, pending a clinician", url: null, date: null },
} as const satisfies Record<string, Guideline>;

export type GuidelineId = keyof typeof GUIDELINES;
