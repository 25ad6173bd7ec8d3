import { describe, expect, it } from "vitest";
import { facts, items, table } from "./support/page";

/** Lists of drugs in other languages: what they are called, and what is none of them. */
const taken = (title: string, entry: string) =>
  facts([items([entry], { headings: [title] })]).medications.map(({ ingredient, status }) => [ingredient, status]);
const dose = (entry: string) => facts([items([entry], { headings: ["Medikation"] })]).medications[0]?.dosePerDayMg;

describe("titles of lists", () => {
  it.each<[string, string]>([
    ["Medicación actual", "active"],
    ["Tratamiento habitual", "active"],
    ["Medicação atual", "active"],
    ["Actuele medicatie", "active"],
    ["Terapia in corso", "active"],
    ["Traitement habituel", "active"],
    ["Dauermedikation", "active"],
    ["Medicación", "unknown"],
    ["Ordonnance", "unknown"],
    ["Medicatieoverzicht", "unknown"],
    ["Receta", "unknown"],
    ["Medicación suspendida", "stopped"],
    ["Medicación previa", "stopped"],
    ["Medicação anterior", "stopped"],
    ["Gestopte medicatie", "stopped"],
    ["Terapia sospesa", "stopped"],
    ["Traitement antérieur", "stopped"],
    ["Frühere Medikation", "stopped"],
    ["Gestopte en actuele medicatie", "unknown"],
    ["Geplande medicatie", "planned"],
  ])("%s: %s", (title, status) => expect(taken(title, "Prednisona 5 mg")).toEqual([["prednisone", status]]));

  it.each([
    "Alergias medicamentosas",
    "Reacciones adversas a medicamentos",
    "Allergie a farmaci",
    "Medicijnallergieën",
    "Arzneimittelunverträglichkeiten",
    "Effets indésirables des médicaments",
    "Effetti collaterali dei farmaci",
    "Antecedentes familiares: tratamiento",
    "Familieanamnese medicatie",
    "Tratamiento propuesto",
    "Medicación recomendada",
    "Terapia consigliata",
    "Aanbevolen medicatie",
    "Empfohlene Medikation",
    "Plan de tratamiento",
  ])("no list of what is taken: %s", (title) => expect(taken(title, "Prednisona 5 mg")).toEqual([]));
});

describe("directions that are not the same every day, or not said", () => {
  it.each([
    "Alendronsäure 70 mg 1-0-0 montags",
    "Prednisolon 5 mg 1-0-0 Mo, Mi, Fr",
    "Prednisolon 5 mg halbe Tablette täglich",
    "Prednisona 5 mg medio comprimido al día",
    "Prednisone 5 mg 1 comprimé le matin les lundis et jeudis",
    "Prednisone 5 mg 1 comprimé par jour, un jour sur trois",
    "Prednisone 5 mg mezza compressa al giorno",
    "Prednisolona 5 mg meio comprimido por dia",
    "Prednisolon 5 mg 1 tablet per dag, afbouwen",
    "Prednisone 5 mg 1 compressa al giorno, poi 2",
    "Prednisone 5 mg 1 cp par jour en dose dégressive",
    "Prednisona 5 mg 1 comprimido al día, si dolor",
    "Prednisolon 5 mg 1 tablet per dag zo nodig",
  ])("%s", (entry) => expect(dose(entry)).toBeNull());

  it.each<[string, number]>([
    ["Prednisolon 5 mg 1-0-1", 10],
    ["Prednisona 5 mg comprimidos, 1 comprimido cada 24 horas", 5],
    ["Prednisolona 5 mg, 2 comprimidos por dia", 10],
    ["Prednisone 5 mg cp : 2 comprimés le matin pendant 1 mois", 10],
  ])("but %s: %d mg", (entry, mg) => expect(dose(entry)).toBe(mg));
});

describe("columns of the times of day", () => {
  const MORNING = ["Wirkstoff", "Stärke", "Morgens", "Mittags", "Abends", "Zur Nacht", "Einheit", "Hinweise"];
  const of = (columns: string[], row: string[]) =>
    facts([table(columns, [row], { headings: ["Medikationsplan"] })]).medications[0]?.dosePerDayMg;

  it.each<[string[], number | null]>([
    [["Prednisolon", "5 mg", "1", "0", "0", "0", "Stück", ""], 5],
    [["Prednisolon", "5 mg", "1", "", "½", "", "Tabl.", ""], 7.5],
    [["Prednisolon", "5 mg", "1,5", "0", "1/2", "0", "", ""], 10],
    [["Alendronsäure", "70 mg", "1", "0", "0", "0", "Stück", "1x wöchentlich"], null],
    [["Alendronsäure", "70 mg", "1", "0", "0", "0", "Stück", "montags"], null],
    [["Prednisolon", "5 mg", "1", "0", "0", "0", "Stück", "bei Bedarf"], null],
    [["Prednisolon", "5 mg", "1-2", "0", "0", "0", "Stück", ""], null],
    [["Prednisolon", "5 mg", "x", "", "", "", "", ""], null],
    [["Prednisolon", "5 mg", "", "", "", "", "", ""], null],
    [["Prednisolon", "5 mg", "10", "0", "0", "0", "Tropfen", ""], null],
    [["Prednisolon", "5 mg", "08:00", "", "20:00", "", "", ""], null],
  ])("%j: %s", (row, mg) => expect(of(MORNING, row)).toBe(mg));

  it("in two letters, where no days of the week stand beside them", () => {
    const plan = ["Medikament", "Mo", "Mi", "Ab", "zN"];
    expect(of(plan, ["Prednisolon 5 mg Tabl.", "1", "0", "0,5", "0"])).toBe(7.5);
    expect(of(plan, ["Prednisolon 5 mg Tabl.", "1-2", "0", "1", "0"])).toBeNull();
    const week = ["Medikament", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "Ab"];
    expect(of(week, ["Prednisolon 5 mg Tabl.", "1", "", "1", "", "1", "", "", ""])).toBeNull();
    expect(of(["Medikament", "Mo", "Mi", "Fr"], ["Prednisolon 5 mg Tabl.", "1", "1", "1"])).toBeNull();
  });

  it("give no daily dose that nobody takes: the tablet of a week", () => {
    expect(of(MORNING, ["Alendronsäure", "70 mg", "1", "0", "0", "0", "Stück", ""])).toBeNull();
    expect(of(MORNING, ["Alendronsäure", "10 mg", "1", "0", "0", "0", "Stück", ""])).toBe(10);
    expect(of(MORNING, ["Risedronsäure", "35 mg", "1", "0", "0", "0", "Stück", ""])).toBeNull();
    expect(of(MORNING, ["Ibandronsäure", "150 mg", "1", "0", "0", "0", "Stück", ""])).toBeNull();
  });

  it("in English, and none where one column alone is of a time of day", () => {
    expect(of(["Medication", "AM", "Noon", "PM", "HS"], ["Prednisone 5 mg", "2", "", "1", ""])).toBe(15);
    expect(of(["Medication", "AM", "Given by"], ["Prednisone 5 mg", "2", "RN"])).toBeNull();
    expect(of(["Medication", "AM", "PM"], ["Prednisone 5 mg", "Given", ""])).toBeNull();
  });
});

it("an ended course in Dutch columns", () => {
  const rows = [["PREDNISOLON TABLET 5MG", "1 x per dag 1 tablet", "12-05-2020", "12-05-2025"]];
  const [drug] = facts([
    table(["Geneesmiddel", "Dosering", "Startdatum", "Stopdatum"], rows, { headings: ["Medicatie"] }),
  ]).medications;
  expect(drug).toMatchObject({ status: "stopped" });
});
