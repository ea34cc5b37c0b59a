/* SPDX-License-Identifier: MIT */
/*
 * The style sheet and the script of the page, as they stand in it.
 */
#pragma once

/* Spots are buttons, so that keyboards and fingers reach them; what they tell is shown by their
 * focus or the pointer. On a narrow screen the map keeps a size at which it can be read and is
 * moved sideways. */
#define INCMAP_HTML_STYLE                                                                          \
    "body{margin:0;font:16px/1.45 Inter,'Noto Sans',system-ui,sans-serif;color:#111;"              \
    "background:#fff}"                                                                             \
    "main{max-width:1200px;margin:0 auto;padding:1rem}"                                            \
    ".vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"             \
    "figure{margin:0 0 1.5rem}.scroll{overflow-x:auto}.stage{position:relative;min-width:640px}"   \
    ".stage svg{display:block;width:100%;height:auto}"                                             \
    ".spot{position:absolute;transform:translate(-50%,-50%);min-width:24px;min-height:24px;"       \
    "padding:0;border:0;border-radius:50%;background:none;cursor:pointer}"                         \
    ".spot:hover,.spot:focus{outline:3px solid #0b57d0;outline-offset:1px}"                        \
    ".tip{display:none;position:absolute;z-index:2;box-sizing:border-box;width:19rem;"             \
    "max-width:60%;max-height:18rem;overflow:auto;padding:.6rem .8rem;background:#fff;"            \
    "border:1px solid #555;box-shadow:0 2px 8px #0004;font-size:.875rem}"                          \
    ".place:hover .tip,.place:focus-within .tip{display:block}"                                    \
    ".tip p{margin:.1rem 0 .5rem}.tip strong{display:block}"                                       \
    "table{border-collapse:collapse;width:100%;font-size:.9375rem}"                                \
    "caption{text-align:start;font-weight:700;font-size:1.25rem;padding:.5rem 0}"                  \
    "th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;"                              \
    "border-bottom:1px solid #ccc}th{border-bottom:2px solid #111;white-space:nowrap}"             \
    "td:first-child{white-space:nowrap}td.n,th.n{text-align:end;font-variant-numeric:tabular-"     \
    "nums}"                                                                                        \
    "th button{font:inherit;border:0;background:none;padding:0;cursor:pointer;color:inherit}"      \
    "th button:focus,.scroll:focus{outline:3px solid #0b57d0}"                                     \
    "th[aria-sort=ascending] button::after{content:' \\2191'}"                                     \
    "th[aria-sort=descending] button::after{content:' \\2193'}"                                    \
    "tr:target{background:#fff3bf}small,footer{color:#444}"                                        \
    "@media print{.spot,.tip{display:none!important}.stage{min-width:0}}"

/* Column heads become buttons that sort; numbers by value, all else by its text. */
#define INCMAP_HTML_SCRIPT                                                                         \
    "document.querySelectorAll('thead th').forEach(function(h,c){"                                 \
    "var b=document.createElement('button');b.type='button';b.textContent=h.textContent;"          \
    "h.textContent='';h.appendChild(b);b.addEventListener('click',function(){"                     \
    "var up=h.getAttribute('aria-sort')!='ascending',t=h.closest('table').tBodies[0],"             \
    "r=Array.from(t.rows),v=function(x){var d=x.cells[c];return d.dataset.v||d.textContent};"      \
    "r.sort(function(p,q){var a=v(p),z=v(q),o=h.className=='n'?(parseFloat(a)||0)-"                \
    "(parseFloat(z)||0):a.localeCompare(z);return up?o:-o});"                                      \
    "document.querySelectorAll('thead th').forEach(function(x){x.removeAttribute('aria-sort')});"  \
    "h.setAttribute('aria-sort',up?'ascending':'descending');"                                     \
    "r.forEach(function(x){t.appendChild(x)})})});"                                                \
    "document.addEventListener('keydown',function(e){if(e.key=='Escape'&&document.activeElement)"  \
    "document.activeElement.blur()});"
