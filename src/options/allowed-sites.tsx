import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { CALCULATORS } from "../sources/frax-models";
import { t } from "../ui/text";
import { onTrusted } from "../ui/trusted";

/** The sites whose charts may be read, each with its switch. */
export function AllowedSites() {
  const [origins, setOrigins] = useState<string[] | null>(null);
  useEffect(() => {
    const refresh = () => {
      browser.permissions.getAll().then(
        ({ origins: allowed = [] }) => setOrigins(allowed),
        () => setOrigins([]),
      );
    };
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t("allowedSites")}</h2>
      <p>{t("allowedSitesText")}</p>
      {origins?.length === 0 && <p class="quiet">{t("allowedSitesNone")}</p>}
      <ul class="plain sites">
        {origins?.map((origin) => (
          <li key={origin}>
            <code>{origin}</code>
            <button type="button" class="button" onClick={onTrusted<Event>(() => remove(origin))}>
              {t("removeSite")}
              <span class="visually-hidden"> {origin}</span>
            </button>
          </li>
        ))}
      </ul>
      {origins !== null && <Calculators allowed={origins} />}
    </section>
  );
}

/** The official calculators' sites that are not allowed yet: Firefox does not let the sidebar in a page ask for them. */
function Calculators({ allowed }: { allowed: string[] }) {
  const others = Object.values(CALCULATORS).filter(({ origins }) => !origins.every((own) => allowed.includes(own)));
  if (others.length === 0) return null;
  return (
    <>
      <p>{t("allowedCalculatorsText")}</p>
      <ul class="plain sites">
        {others.map(({ name, origins }) => (
          <li key={name}>
            <span>{name}</span>
            <button type="button" class="button" onClick={onTrusted<Event>(() => request(origins))}>
              {t("allowCalculator")}
              <span class="visually-hidden"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function request(origins: readonly string[]): void {
  // The list follows by `permissions.onAdded`; a refusal leaves it as it is.
  browser.permissions.request({ origins: [...origins] }).catch(() => false);
}

function remove(origin: string): void {
  // The list follows by `permissions.onRemoved`; a site set by policy stays, and so does its line.
  browser.permissions.remove({ origins: [origin] }).catch(() => false);
}
