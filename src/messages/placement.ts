/** Where the sidebar stands beside the chart: the user's choice for a site. Says nothing of a patient. */
export interface Placement {
  side: "left" | "right";
  /** Over the page's edge, or beside a page made narrower. */
  fit: "over" | "beside";
  /** CSS px. */
  width: number;
}
