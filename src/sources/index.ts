import { ARTICLE_DATE, ARTICLE_LABEL, ARTICLE_SENTENCES, type ArticleId } from "./article";
import { GUIDELINES, type GuidelineId } from "./guidelines";

export { ARTICLE_DATE, ARTICLE_SENTENCES, type ArticleId } from "./article";
export { GUIDELINES, type GuidelineId } from "./guidelines";

/** A sentence of the source article, or a guideline beside it. */
export type SourceId = ArticleId | GuidelineId;

/** What a statement rests on, ready to be shown. */
export interface Source {
  id: string;
  label: string;
  sentence: string | null;
  url: string | null;
  date: string | null;
}

export function source(id: SourceId): Source {
  if (id in ARTICLE_SENTENCES)
    return { id, label: ARTICLE_LABEL, sentence: ARTICLE_SENTENCES[id as ArticleId], url: null, date: ARTICLE_DATE };
  const { label, url, date } = GUIDELINES[id as GuidelineId];
  return { id, label, sentence: null, url, date };
}
