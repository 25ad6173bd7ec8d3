import { CHART_TERMS, type Term, termsOf } from "./chart-terms";

/** Beginnings of the names of drugs: enough for the page script, the worker knows the names themselves. */
const DRUGS =
  "alendron|acide alendron|fosamax|binosto|risedron|actonel|atelvia|ibandron|boniva|bonviva|zoledron|reclast|aclasta|zometa|pamidron|aredia|" +
  "denosumab|obodence|prolia|jubbonti|ospomyv|stoboclo|conexxence|bildyos|bosaya|enoby|osvyrti|boncresa|xgeva|wyost|xbryk|osenvelt|bomyntra|" +
  "bilprevda|aukelso|xtrenbo|jubereq|oziltus|teriparatid|forteo|forsteo|bonsity|abaloparatid|tymlos|romosozumab|evenity|raloxifen|evista|" +
  "bazedoxifen|duavee|calcitonin|miacalcin|fortical|estrogen|oestrogen|premarin|climara|vivelle|estrace|prempro|activella|bijuva|" +
  "prednis|deltasone|rayos|orapred|prelone|millipred|pred forte|methylpred|medrol|solu-|depo-|dexameth|decadron|hemady|hydrocort|cortef|" +
  "cortisone|anusol|betameth|celestone|triamcin|kenalog|deflazacort|emflaza|vamorolone|agamree|budeson|pulmicort|symbicort|rhinocort|entocort|uceris|fluticas|flonase|" +
  "flovent|advair|breo|trelegy|beclomet|qvar|beconase|arnuity|mometas|asmanex|dulera|nasonex|ciclesonid|alvesco|omnaris|flunisol|clobetas|fludrocort|florinef|" +
  "anastroz|arimidex|letroz|femara|exemest|aromasin|leuprol|leuprorelin|lupron|eligard|fensolvi|goserelin|zoladex|triptorelin|trelstar|degarelix|firmagon|relugolix|" +
  "orgovyx|bicalut|casodex|enzalut|xtandi|abirat|zytiga|apalut|darolut|phenyto|dilantin|phenobarb|carbamaz|tegretol|valpro|divalpro|depako|primidon|" +
  "omepraz|prilosec|esomepraz|nexium|lansopraz|prevacid|pantopraz|protonix|rabepraz|aciphex|dexlansop|dexilant|citalop|celexa|escitalop|lexapro|" +
  "fluoxet|prozac|paroxet|paxil|sertral|zoloft|fluvox|venlafax|effexor|duloxet|cymbalta|pioglit|actos|rosiglit|avandia|canaglif|invokana|" +
  "heparin|enoxap|lovenox|levothyrox|synthroid|levoxyl|euthyrox|unithroid|liothyron|hydrochl|hctz|chlort|furosem|frusem|lasix|torsem|torasem|bumetan|medroxyprog|provera|" +
  "cyclospor|ciclospor|neoral|tacrolim|prograf|methotrex|tenofov|viread|lithium|oxandrol|oxandrin|oxymethol|anadrol|famotid|pepcid|ranitid|zantac|cimetid|tagamet|nizatid|nandrol|stanozol|methyltest|" +
  "tamoxif|digox|lanoxin|calcitriol|rocaltrol|cholecalcif|colecalcif|ergocalcif|drisdol|os-cal|oscal|caltrate|citracal|vit d";

const LIST_TITLES =
  "medication|medicines|drugs|prescription|current med|active med|rx$|treatment|traitement|medikament|lab$|labs|laborator|result|befund|labor|resultat|problem|condition|diagnos|" +
  "allerg|intoleran|immuni|vital|social|history|imaging|radiology|report|plan$|assessment|notes|biometric|anthropo";

/** Every anchor term, once. */
export const TERMS: readonly Term[] = [...CHART_TERMS, ...termsOf("drug", DRUGS), ...termsOf("list", LIST_TITLES)];
