import browser from "webextension-polyfill";
import type { PolicyInForce } from "../messages/extension";
import { defaultPolicy, type Policy, type PolicyRefusal, policyDifferences, readPolicy } from "../rules/policy";

/** Settings hold nothing of any patient, and are kept over restarts. */
const KEY = "policy";

/** The settings in force; what was kept by another version and no longer passes gives way to the defaults. */
export async function loadPolicy(): Promise<Policy> {
  const kept = (await browser.storage.local.get(KEY))[KEY];
  if (kept === undefined) return defaultPolicy;
  const read = readPolicy(kept);
  return "policy" in read ? read.policy : defaultPolicy;
}

/** Keeps settings that pass; else says why they are refused, by name. */
export async function keepPolicy(settings: unknown): Promise<PolicyInForce | { refused: PolicyRefusal[] }> {
  const read = readPolicy(settings);
  if ("refused" in read) return read;
  await browser.storage.local.set({ [KEY]: read.policy });
  return policyInForce();
}

export async function resetPolicy(): Promise<PolicyInForce> {
  await browser.storage.local.remove(KEY);
  return policyInForce();
}

/** The settings in force, with what differs from the defaults. */
export async function policyInForce(): Promise<PolicyInForce> {
  const policy = await loadPolicy();
  return { policy, differences: policyDifferences(policy) };
}
