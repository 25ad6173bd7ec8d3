import { useEffect, useState } from "preact/hooks";
import type { PolicyInForce } from "../messages/extension";
import type { Policy, PolicyRefusal } from "../rules/policy";
import { askWorker } from "../ui/ask-worker";
import { differenceText, SETTING_GROUPS, type Setting, type SettingGroup } from "../ui/settings";
import { t } from "../ui/text";
import { onTrusted } from "../ui/trusted";

type Written = Readonly<Record<string, string>>;

/** Look-backs, boundaries and limits of the rules: every one a default of the product that may be set otherwise. */
export function RuleSettings() {
  const [inForce, setInForce] = useState<PolicyInForce | null>(null);
  const [written, setWritten] = useState<Written>({});
  const [refused, setRefused] = useState<PolicyRefusal[]>([]);
  const [news, setNews] = useState("");

  const show = (answer: PolicyInForce | undefined, text: string) => {
    if (answer === undefined) return setNews(t("didNotWork"));
    setInForce(answer);
    setWritten(asWritten(answer.policy));
    setRefused([]);
    setNews(text);
  };
  useEffect(() => {
    askWorker<"policy">({ kind: "policy" }).then(
      (answer) => show(answer, ""),
      () => setNews(t("didNotWork")),
    );
  }, []);
  if (inForce === null) return <section class="rule-settings">{news !== "" && <p>{news}</p>}</section>;

  const keep = (event: Event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    askWorker<"set-policy">({ kind: "set-policy", settings: asSettings(written) }).then(
      (answer) => {
        if (answer === undefined || !("refused" in answer)) return show(answer, t("settingsKept"));
        setRefused(answer.refused);
        setNews(t("settingsRefused"));
      },
      () => setNews(t("didNotWork")),
    );
  };
  const reset = onTrusted<Event>(() => {
    askWorker<"reset-policy">({ kind: "reset-policy" }).then(
      (answer) => show(answer, t("settingsReset")),
      () => setNews(t("didNotWork")),
    );
  });
  const { country = "US" } = written;
  const write = (name: string, text: string) => setWritten((before) => ({ ...before, [name]: text }));
  return (
    <section class="rule-settings" aria-labelledby="rule-settings">
      <h2 id="rule-settings">{t("settings")}</h2>
      <p>{t("settingsText")}</p>
      <form onSubmit={keep} noValidate={true}>
        <p class="field">
          <label for="country">{t("settingCountry")}</label>
          <span class="control">
            <select id="country" value={country} onChange={(event) => write("country", event.currentTarget.value)}>
              <option value="US">{t("profileUs")}</option>
              <option value="UK">{t("profileUk")}</option>
            </select>
          </span>
        </p>
        {SETTING_GROUPS.map((group) => (
          <Group key={group.title} group={group} written={written} refused={refused} write={write} />
        ))}
        <p class="buttons">
          <button type="submit" class="button primary">
            {t("settingsKeep")}
          </button>
          <button type="button" class="button" onClick={reset}>
            {t("settingsToDefault")}
          </button>
        </p>
        <p role="status">{news}</p>
      </form>
      {inForce.differences.length > 0 && (
        <>
          <h3>{t("settingsDiffer")}</h3>
          <ul>
            {inForce.differences.map((one) => (
              <li key={one.name}>{differenceText(one)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface GroupProps {
  group: SettingGroup;
  written: Written;
  refused: PolicyRefusal[];
  write: (name: string, text: string) => void;
}

function Group({ group, written, refused, write }: GroupProps) {
  return (
    <fieldset>
      <legend>{t(group.title)}</legend>
      {group.settings.map((setting) => (
        <SettingRow
          key={setting.name}
          setting={setting}
          text={written[setting.name] ?? ""}
          reason={refused.find(({ name }) => name === setting.name)?.reason}
          write={write}
        />
      ))}
    </fieldset>
  );
}

interface SettingRowProps {
  setting: Setting;
  text: string;
  reason: string | undefined;
  write: GroupProps["write"];
}

function SettingRow({ setting: { name, label, unit }, text, reason, write }: SettingRowProps) {
  return (
    <div class={reason === undefined ? "field" : "field refused"}>
      <label for={name}>{t(label)}</label>
      <div class="control">
        <input
          id={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={reason !== undefined}
          aria-describedby={reason === undefined ? undefined : `${name}-reason`}
          onInput={(event) => write(name, event.currentTarget.value)}
        />
        <span class="unit">{unit}</span>
      </div>
      {reason !== undefined && (
        <p class="reason" id={`${name}-reason`}>
          {reason}
        </p>
      )}
    </div>
  );
}

/** A policy as texts, by the names of its settings. */
function asWritten(policy: Policy): Written {
  const flat = (settings: object, within: string): [string, string][] =>
    Object.entries(settings).flatMap(([key, value]): [string, string][] =>
      typeof value === "object" && value !== null ? flat(value, `${within}${key}.`) : [[within + key, String(value)]],
    );
  return Object.fromEntries(flat(policy, ""));
}

/** The texts as settings. What is no number is sent as it stands, and refused by name. */
function asSettings(written: Written): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(written)) {
    const value = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text;
    const [group = name, key] = name.split(".");
    if (key === undefined) settings[group] = value;
    else settings[group] = { ...(settings[group] as object | undefined), [key]: value };
  }
  return settings;
}
