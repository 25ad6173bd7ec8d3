import { describe, expect, it } from "vitest";
import { conditionOf, readCondition } from "../../src/terminology/conditions";

describe("conditions in words", () => {
  it.each([
    ["ESRD on hemodialysis", "dialysis"],
    ["CKD stage 4", "ckd-4-5"],
    ["Chronic kidney disease, stage V", "ckd-4-5"],
    ["Chronic kidney disease, stage 3", null],
    ["Primary hyperparathyroidism", "primary-hyperparathyroidism"],
    ["Secondary hyperparathyroidism", "hyperparathyroidism"],
    ["Rheumatoid arthritis, seropositive", "rheumatoid-arthritis"],
    ["Osteoarthritis of the knee", null],
    ["Type 1 diabetes mellitus", "type-1-diabetes"],
    ["Type 2 diabetes mellitus", "type-2-diabetes"],
    ["Non-insulin dependent diabetes", null],
    ["Paget's disease of bone", "paget"],
    ["Paget disease of the breast", null],
    ["Varicose veins of the leg", null],
    ["Malignant neoplasm of prostate", "prostate-cancer"],
    ["Basal cell carcinoma of skin", null],
    ["Heat stroke", null],
    ["Former smoker", null],
    ["Smoker, 20 pack-years", "current-smoker"],
    ["Barrett's esophagus", "esophageal-disorder"],
    ["Mother had a hip fracture at 80", "parent-hip-fracture"],
    ["Family history of breast cancer", null],
    ["No history of DVT", null],
    ["DVT ruled out", null],
    ["Possible achalasia", null],
    ["Screening for breast cancer", null],
    ["DVT prophylaxis", null],
    ["Pregnancy test negative", null],
    ["Osteitis deformans", "paget"],
    ["No osteitis deformans", null],
    ["Osteitis pubis", null],
    ["Metastatic breast cancer to bone", "bone-metastases"],
    ["Metastatic lung cancer to liver and bone", "bone-metastases"],
    ["Breast cancer with bone mets", "bone-metastases"],
    ["Secondary malignant neoplasm of bone", "bone-metastases"],
    ["Malignant neoplasm of bone", "osteosarcoma"],
    ["No metastatic disease to bone", null],
    ["Metastatic breast cancer without spread to bone", "breast-cancer"],
    ["Metastatic breast cancer in bone density clinic", "breast-cancer"],
    ["Malignant neoplasm of bone marrow", "cancer"],
    ["Mother: metastatic breast cancer to bone", null],
    ["PE 2018", "venous-thromboembolism"],
    ["PE", "venous-thromboembolism"],
    ["History of PE", "venous-thromboembolism"],
    ["Acute PE (2018)", "venous-thromboembolism"],
    ["No history of PE", null],
    ["PE ruled out", null],
    ["PE 2018-05-03: normal", null],
    ["Annual PE 2026", null],
    ["PE tubes", null],
    ["Mother PE 2018", null],
    ["Height loss > 4 cm", "height-loss"],
    ["Lost more than 4 cm in height", "height-loss"],
    ["Height loss >= 4 cm", null],
    ["Height loss > 3 cm", null],
    ["Height loss < 5 cm", null],
    ["Height loss less than 6 cm", null],
    ["No height loss > 4 cm", null],
    ["Self-reported vertebral fracture, not documented", "reported-vertebral-fracture"],
    ["Vertebral fracture (self-reported)", "reported-vertebral-fracture"],
    ["No self-reported vertebral fracture", null],
    ["Self-reported wrist fracture", null],
    ["Vertebral compression fracture L1 2022", null],
  ])("%s is %s", (text, code) => {
    expect(conditionOf(text)).toBe(code);
  });

  it("tells a denial and a history from a problem of today", () => {
    expect(readCondition("Denies kidney stones")).toMatchObject({ condition: "kidney-stones", negated: true });
    expect(readCondition("History of pulmonary embolism")).toMatchObject({ negated: false, history: true });
    expect(readCondition("Pulmonary embolism")).toMatchObject({ negated: false, history: false });
    expect(readCondition("Hypertension")).toBeNull();
  });
});
