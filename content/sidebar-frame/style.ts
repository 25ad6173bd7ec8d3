/** Looks of the docked sidebar, its tab and the card shown when the page lets no frame in. px only: the page decides what 1rem is. */
export const STYLE = `.dock{position:fixed;bottom:0;z-index:2147483647;display:flex;color-scheme:light dark;font:14px/1.45 system-ui,sans-serif}
.right{right:0}
.left{left:0}
.tab{position:absolute;top:12px;box-sizing:border-box;width:28px;height:96px;padding:0;border:1px solid #94a3b8;background:#f8fafc;color:#0f172a;font:600 13px/26px system-ui,sans-serif;writing-mode:vertical-rl;cursor:pointer}
.right>.tab{right:100%;border-right:0;border-radius:8px 0 0 8px}
.left>.tab{left:100%;border-left:0;border-radius:0 8px 8px 0}
.edge{position:absolute;z-index:1;top:0;bottom:0;width:8px;cursor:ew-resize;touch-action:none}
.right>.edge{left:0}
.left>.edge{right:0}
.held~iframe{pointer-events:none}
.edge:hover,.edge:focus-visible{background:#1d4ed8}
button:focus-visible,.edge:focus-visible{outline:3px solid #1d4ed8;outline-offset:-3px}
iframe,.card{width:100%;box-sizing:border-box;border:0 solid #94a3b8;background:#fff}
.right>:last-child{border-left-width:1px}
.left>:last-child{border-right-width:1px}
.card{padding:20px;color:#0f172a}
.card>p{margin:0 0 12px}
.card button{font:inherit;padding:4px 12px}
.closed{width:0!important}
.closed>:not(.tab){display:none}
@media (prefers-color-scheme:dark){.tab,.card{background:#0f172a;color:#f1f5f9}}
@media (forced-colors:active){.edge:hover,.edge:focus-visible{background:Highlight}}
@media print{.dock{display:none}}`;
