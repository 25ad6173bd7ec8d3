import { describe, expect, it } from "vitest";
import { banner, facts } from "./support/page";

type Piece = string | [label: string, text: string];
const number = (...pieces: Piece[]) =>
  facts([], { banner: banner(["Marsh, Ada", "DOB 04/02/1958", ...pieces]) }).identities[0]?.recordNumber;

describe("the number a banner calls the medical record number", () => {
  it.each<[Piece, string]>([
    ["MRN: 123456", "123456"],
    ["MRN 00123456", "123456"],
    ["MRN: E123456", "123456"],
    ["MRN: E-00123456", "123456"],
    ["MRN: 123-45-678", "12345678"],
    ["MRN: 123 456 789", "123456789"],
    ["MRN: 123456 71 y", "123456"],
    ["MRN#123456", "123456"],
    ["MR# 123456", "123456"],
    ["Medical Record #: 123456", "123456"],
    ["Medical record number: 123456", "123456"],
    ["Med Rec No. 123456", "123456"],
    ["Patient MRN: 123456", "123456"],
    ["F, DOB: 04/02/1958, MRN: 123456, Acct: 998877", "123456"],
    ["68 y F MRN: 123456 | CSN: 44556", "123456"],
    ["MRN: A12B34", "12b34"],
    [["MRN", "123456"], "123456"],
    [["Medical Record Number", "00123456"], "123456"],
  ])("%j: %s", (piece, expected) => expect(number(piece)).toBe(expected));

  it.each<[Piece]>([
    ["Account: 998877"],
    ["Acct #: 998877"],
    ["CSN: 44556"],
    ["Encounter: 44556"],
    ["Visit no: 44556"],
    ["Patient ID: 123456"],
    ["EMPI: 123456"],
    ["NHS number: 943 476 5919"],
    ["MRN (Main) 123456, MRN (East) 456789"],
    ["MRN (East): 456789"],
    ["MRN: 456789 (East)"],
    ["East MRN: 456789"],
    ["Old MRN: 456789"],
    ["MRN: E123456 / 789"],
    ["MRN / Acct: 123456 / 998877"],
    ["MRN: xxx456"],
    ["MRN: ***456"],
    ["MRN: 12345…"],
    ["MRN: 04/02/1958"],
    ["MRN: not assigned"],
    [["East MRN", "456789"]],
    [["Legacy MRN", "456789"]],
  ])("%j: none", (piece) => expect(number(piece)).toBeNull());

  it("of several in one banner none is told, of one that is said twice it is", () => {
    expect(number("MRN: 123456", "MRN: 456789")).toBeNull();
    expect(number("MRN: 123456", "East MRN: 456789")).toBeNull();
    expect(number("MRN: 123456", ["MRN", "00123456"], "CSN: 44556")).toBe("123456");
  });
});
