/** Looks of the docked sidebar, its tab and the card shown when the page lets no frame in. px only: the page decides what 1rem is. */
export const STYLE = `:host{all:initial}
.dock{position:fixed;right:0;bottom:0;width:360px;max-width:90vw;z-index:2147483647;display:flex;color-scheme:light dark;font:14px/1.45 system-ui,sans-serif}
.dock.closed{width:0}
.tab{position:absolute;right:100%;top:12px;box-sizing:border-box;width:28px;height:96px;padding:0;border:1px solid #94a3b8;border-right:0;border-radius:8px 0 0 8px;background:#f8fafc;color:#0f172a;font:600 13px/26px system-ui,sans-serif;writing-mode:vertical-rl;cursor:pointer}
.tab:focus-visible{outline:3px solid #1d4ed8;outline-offset:-3px}
iframe,.card{flex:1;width:100%;box-sizing:border-box;border:0;border-left:1px solid #94a3b8;background:#fff}
.card{padding:20px;color:#0f172a;margin:0}
.closed iframe,.closed .card{display:none}
@media (prefers-color-scheme:dark){.tab,.card{background:#0f172a;color:#f1f5f9}}
@media (forced-colors:active){.tab{border:1px solid ButtonText}}
@media print{.dock{display:none}}`;
