export type * from "./assessment";
