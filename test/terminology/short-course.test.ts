import { expect, it } from "vitest";
import { isShortCourse } from "../../src/terminology/short-course";

it.each([
  "1 tab 2 times daily for 5 days",
  "twice daily x 5 days",
  "40 mg daily x5d",
  "daily for 1 week",
  "daily for two weeks",
  "daily, 5 day course",
  "40 mg daily 7 days",
  "30 mg od 5/7",
  "daily short course",
  "steroid burst",
  "daily, stop taking after 5 days",
  "1 comprimé par jour pendant 5 jours",
  "1 Tablette täglich für 7 Tage",
])("a course of days: %s", (text) => expect(isShortCourse(text)).toBe(true));

it.each([
  "daily",
  "daily for 90 days",
  "daily for 28 days",
  "weekly for 12 weeks",
  "daily, stop after 6 weeks",
  "daily for 3 months",
  "every 7 days",
  "5 mg every 2 days",
  "tous les 2 jours",
  "alle 7 Tage",
  "daily, 7 days a week",
  "weekly | 1 wk",
  "1 d",
  "daily, follow up in 7 days",
  "daily, started 5 days ago",
  "daily, refilled 7 days early",
  "daily 02/7/2026",
])("no course of days: %s", (text) => expect(isShortCourse(text)).toBe(false));
