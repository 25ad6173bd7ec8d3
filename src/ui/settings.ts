import type { PolicyDifference } from "../rules/policy";
import { plain } from "./figures";
import { type TextKey, t } from "./text";

/** A setting of the rules as it is shown. */
export interface Setting {
  /** As the policy has it; inside a group the group's name stands before it. */
  name: string;
  label: TextKey;
  unit: string;
}

export interface SettingGroup {
  title: TextKey;
  /** No source confirms these limits. */
  unconfirmed?: true;
  settings: Setting[];
}

const months = (name: string, label: TextKey): Setting => ({ name, label, unit: "months" });

/** Every number an organisation may set, by group; the guideline profile is chosen apart. */
export const SETTING_GROUPS: SettingGroup[] = [
  {
    title: "settingsLookBack",
    settings: [
      months("labMonths", "settingLabMonths"),
      months("dentalMonths", "settingDentalMonths"),
      { name: "parenteralLabDays", label: "settingParenteralDays", unit: "days" },
      months("dxaMonths", "settingDxaMonths"),
      months("dxaMonthsOnHarm", "settingDxaMonthsOnHarm"),
      months("fraxMonths", "settingFraxMonths"),
      months("recentFractureMonths", "settingRecentFracture"),
    ],
  },
  {
    title: "settingsThresholds",
    settings: [
      { name: "steroidHighDoseMg", label: "settingSteroidDose", unit: "mg/day" },
      months("steroidLongMonths", "settingSteroidLong"),
      { name: "assumePostmenopausalFrom", label: "settingPostmenopausal", unit: "years" },
      { name: "lowBmi", label: "settingLowBmi", unit: "kg/m\u00b2" },
    ],
  },
  {
    title: "settingsLimits",
    settings: [
      { name: "limits.calciumLow", label: "settingCalciumLow", unit: "mg/dL" },
      { name: "limits.calciumHigh", label: "settingCalciumHigh", unit: "mg/dL" },
      { name: "limits.phosphateLow", label: "settingPhosphateLow", unit: "mg/dL" },
      { name: "limits.tshLow", label: "settingTshLow", unit: "mIU/L" },
      { name: "limits.testosteroneLow", label: "settingTestosteroneLow", unit: "ng/dL" },
    ],
  },
  {
    title: "settingsUnconfirmed",
    unconfirmed: true,
    settings: [
      { name: "unconfirmedLimits.alpHigh", label: "settingAlpHigh", unit: "U/L" },
      { name: "unconfirmedLimits.ggtHigh", label: "settingGgtHigh", unit: "U/L" },
      { name: "unconfirmedLimits.hemoglobinLowWomen", label: "settingHemoglobinWomen", unit: "g/dL" },
      { name: "unconfirmedLimits.hemoglobinLowMen", label: "settingHemoglobinMen", unit: "g/dL" },
    ],
  },
];

const SETTINGS = SETTING_GROUPS.flatMap(({ settings }) => settings);

export function settingName(name: string): string {
  const label = SETTINGS.find((setting) => setting.name === name)?.label;
  return name === "country" ? t("settingCountry") : label === undefined ? name : t(label);
}

/** "Look-back for labs: 24 months (default 12)" */
export function differenceText({ name, value, standard }: PolicyDifference): string {
  const unit = SETTINGS.find((setting) => setting.name === name)?.unit ?? "";
  const shown = (one: string | number) => (typeof one === "number" ? plain(one) : one);
  return t("settingDiffers", settingName(name), `${shown(value)} ${unit}`.trim(), shown(standard));
}
