import { type TextKey, t } from "./text";

const SITE: Record<string, TextKey> = { LS: "siteLS", FN: "siteFN", TH: "siteTH", R33: "siteR33" };

/** A site of bone density in words; as it is where it has none. */
export function siteName(site: string): string {
  const key = SITE[site];
  return key === undefined ? site : t(key);
}
