/** Pictures of the demo world, drawn by ourselves: what stands in an SVG of 120 × 90. Each has the gradients it needs. */
export const demoScenes = {
  dawn: `
    <defs><linearGradient id="g-dawn" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#33506b"/><stop offset="0.45" stop-color="#d98f7a"/>
    <stop offset="0.75" stop-color="#f7c99a"/><stop offset="1" stop-color="#f9dfb4"/></linearGradient></defs>
    <rect width="120" height="90" fill="url(#g-dawn)"/><circle cx="78" cy="55" r="11" fill="#fff0cf"/>
    <path d="M0 62 22 48l18 10 24-16 26 16 30-12v44H0z" fill="#a9707a" opacity=".55"/><path d="M0 72q30-9 60-3t60-4v25H0z" fill="#5c4a5e"/>
    <g fill="#33303f"><path d="M14 82V70q0-11 11-15l1.2-6 1.2 6q11 4 11 15v12z"/><path d="M50 86V77q0-8 8-11l1-5 1 5q8 3 8 11v9z"/>
    <path d="M86 84V72q0-10 10-14l1.2-6 1.2 6q10 4 10 14v12z"/></g><path d="M0 82h120v8H0z" fill="#2a2734"/>
  `,
  terrace: `
    <defs><linearGradient id="g-tr" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfe7df"/><stop offset="1" stop-color="#f3efcf"/>
    </linearGradient></defs><rect width="120" height="90" fill="url(#g-tr)"/><path d="m0 40 28-20 24 16 22-20 46 26v12H0z" fill="#7fae9b"/>
    <path d="M0 44q30-10 62 2t58-4v48H0z" fill="#a9c65a"/><path d="M0 56q36-12 66 0t54-5v39H0z" fill="#86b04b"/>
    <path d="M0 68q30-10 60-1t60-5v28H0z" fill="#639a45"/><path d="M0 80q34-9 64-2t56-4v16H0z" fill="#457f42"/>
    <path d="M0 56q36-12 66 0t54-5M0 68q30-10 60-1t60-5M0 44q30-10 62 2t58-4" stroke="#e3edb4" stroke-width="1.2" fill="none"/>
    <path d="M84 44v-9M84 35q-7-3-10 2 6-1 10-2Zm0 0q7-4 10 2-6-2-10-2Zm0 0q0-6-5-7 2 5 5 7Z" fill="#2f6146" stroke="#2f6146"/>
  `,
  noodles: `
    <rect width="120" height="90" fill="#b5714a"/><path d="M0 22h120M0 50h120M0 76h120" stroke="#9c5d3a" stroke-width="1.5"/>
    <circle cx="56" cy="47" r="35" fill="#1f4e57"/><circle cx="56" cy="47" r="31" fill="#f4e7cf"/><circle cx="56" cy="47" r="28" fill="#d98a3c"/>
    <path d="M34 48q8-14 20-6t22-4M33 55q10-10 22-3t25-6M37 62q10-8 20-2t19-5" stroke="#f8dd92" stroke-width="3.6" fill="none" stroke-linecap="round"/>
    <circle cx="46" cy="36" r="8.5" fill="#fff8ea"/><circle cx="46" cy="36" r="4.2" fill="#f3a52f"/><path d="M66 30q8 1 8 10-9 0-8-10Z" fill="#4c8a4a"/>
    <path d="m60 66 4-3 4 3-4 3zM70 60l3-2 3 2-3 2z" fill="#5c9a52"/>
    <path d="m88 12 22 66M95 10l20 65" stroke="#f0d6ab" stroke-width="3" stroke-linecap="round"/>
  `,
  cat: `
    <rect width="120" height="90" fill="#e7d3bd"/><rect y="62" width="120" height="28" fill="#c79a78"/>
    <rect x="66" y="10" width="42" height="34" rx="2" fill="#bfe0dd"/><path d="M87 10v34M66 27h42" stroke="#fff7ea" stroke-width="3"/>
    <ellipse cx="52" cy="74" rx="44" ry="11" fill="#2f7f86"/><path d="M22 72q-2-24 22-28 24-4 36 12 8 10 2 17-20 5-60-1Z" fill="#f0a35b"/>
    <circle cx="36" cy="50" r="15" fill="#f0a35b"/><path d="m24 44 0-15 11 8zM48 44l2-15-12 8z" fill="#f0a35b"/>
    <path d="M29 51q3 3 6 0M38 51q3 3 6 0M35.5 56l1.5 1.3 1.5-1.3" stroke="#5b3420" stroke-width="1.5" fill="none" stroke-linecap="round"/>
    <path d="M58 46q2 5 0 9M66 47q3 5 1 10M74 52q3 4 2 9" stroke="#d47f3a" stroke-width="2.4" fill="none" stroke-linecap="round"/>
    <path d="M82 70q14-2 12-14" stroke="#f0a35b" stroke-width="7" fill="none" stroke-linecap="round"/>
  `,
  sea: `
    <defs><linearGradient id="g-sea1" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8fd0d6"/><stop offset="1" stop-color="#e4f1e6"/>
    </linearGradient></defs><defs><linearGradient id="g-sea2" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2c8a97"/>
    <stop offset="1" stop-color="#155a6b"/></linearGradient></defs><rect width="120" height="90" fill="url(#g-sea1)"/>
    <circle cx="92" cy="22" r="9" fill="#fff4d3"/><path d="M0 46q16-5 30-1t28 0 34 0 28 0v45H0z" fill="url(#g-sea2)"/>
    <path d="M44 52h32l-6 9H51z" fill="#8c4b33"/><path d="M60 22v29M60 24q14 8 14 25H60z" fill="#f6ead7" stroke="#70402f" stroke-width="1.5"/>
    <path d="M58 30q-10 8-10 19h10z" fill="#f1836a"/>
    <path d="M6 66h22M84 70h26M36 80h26" stroke="#8fd0d6" stroke-width="1.6" stroke-linecap="round" opacity=".6"/>
  `,
  market: `
    <defs><linearGradient id="g-mk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1c1f3a"/><stop offset="1" stop-color="#4a2f4f"/>
    </linearGradient></defs><rect width="120" height="90" fill="url(#g-mk)"/>
    <path d="M0 12q30 14 60 4t60 2" fill="none" stroke="#7d6a86" stroke-width="1"/><g><ellipse cx="18" cy="25" rx="8" ry="9" fill="#ef6a4b"/>
    <ellipse cx="46" cy="27" rx="8" ry="9" fill="#f6a945"/><ellipse cx="75" cy="22" rx="8" ry="9" fill="#ef6a4b"/>
    <ellipse cx="104" cy="25" rx="8" ry="9" fill="#f6c65c"/></g><path d="M4 52h50v38H4zM64 50h54v40H64z" fill="#2b2340"/>
    <path d="M2 52 8 42h44l4 10q-4 5-9 0-4 5-9 0-4 5-9 0-4 5-9 0-4 5-9 0-4 5-7 0z" fill="#3fa7a0"/>
    <path d="M62 50l6-10h46l5 10q-5 5-10 0-4 5-9 0-4 5-9 0-4 5-9 0-4 5-8 0-4 5-6 0z" fill="#f3e5cf"/>
    <path d="M10 62h38v14H10zM70 62h42v14H70z" fill="#ffce7a"/>
    <path d="M16 76v-7q4-5 8 0v7zM34 76v-8q4-5 8 0v8zM80 76v-8q4-5 8 0v8zM96 76v-6q4-5 8 0v6z" fill="#5a3550"/>
  `,
  city: `
    <defs><linearGradient id="g-ct" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b3350"/><stop offset="0.6" stop-color="#8a5a78"/>
    <stop offset="1" stop-color="#f0a07a"/></linearGradient></defs><rect width="120" height="90" fill="url(#g-ct)"/>
    <circle cx="88" cy="24" r="7" fill="#fdf0d6"/><path d="M0 56h14V40h16v18h8V30h14v26h8V46h18v-8h12v20h10V48h20v42H0z" fill="#232638"/>
    <g fill="#ffd27d">
    <path d="M18 46h3v3h-3zM24 52h3v3h-3zM41 36h3v3h-3zM46 44h3v3h-3zM41 52h3v3h-3zM64 52h3v3h-3zM72 58h3v3h-3zM82 46h3v3h-3zM104 56h3v3h-3zM112 62h3v3h-3z"/>
    </g><path d="M0 76h120v14H0z" fill="#1a1c2a"/><path d="M0 82h120" stroke="#ffb27a" stroke-width="1.2" stroke-dasharray="7 5"/>
  `,
  books: `
    <rect width="120" height="90" fill="#efe1cd"/><rect y="70" width="120" height="6" fill="#a9764f"/><g>
    <rect x="12" y="26" width="12" height="44" rx="1.5" fill="#2f7f86"/><rect x="26" y="18" width="10" height="52" rx="1.5" fill="#e8674a"/>
    <rect x="38" y="30" width="14" height="40" rx="1.5" fill="#f2b95c"/><rect x="54" y="22" width="9" height="48" rx="1.5" fill="#5b5a78"/>
    <rect x="66" y="24" width="12" height="47" rx="1.5" fill="#8bb7a4" transform="rotate(9 72 70)"/></g>
    <path d="M14 34h8M28 28h6M28 32h6M40 40h10M56 32h5" stroke="#fff5e4" stroke-width="1.6"/>
    <path d="M90 70q-2-20 10-28M100 70q2-14-8-22M95 70V44" stroke="#3f7a4e" stroke-width="2.4" fill="none" stroke-linecap="round"/>
    <path d="M86 58h19l-3 12H89z" fill="#c9603f"/>
  `,
  trail: `
    <defs><linearGradient id="g-tl" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f6c9a3"/><stop offset="1" stop-color="#fbeed9"/>
    </linearGradient></defs><rect width="120" height="90" fill="url(#g-tl)"/><circle cx="30" cy="26" r="10" fill="#fff6df"/>
    <path d="m10 66 34-46 16 20 14-14 40 40z" fill="#6f8f98"/><path d="m44 20 10 13-7 3-5-5-6 3z" fill="#fbf3e6"/>
    <path d="M0 60q34-14 64-2t56-6v38H0z" fill="#3f7268"/><path d="M0 74q40-12 70-2t50-2v20H0z" fill="#2b5851"/>
    <path d="M58 90q-2-10 8-14t2-10 6-8" stroke="#f3d9ae" stroke-width="3.5" fill="none" stroke-linecap="round"/>
  `,
  plant: `
    <rect width="120" height="90" fill="#d9e6dc"/><circle cx="60" cy="40" r="34" fill="#f6efe0"/><path d="M60 66V34" stroke="#37684a" stroke-width="3"/>
    <path d="M60 46q-26 2-28-20 24-2 28 20Z" fill="#4d8f63"/><path d="M60 40q26 0 30-24-26 0-30 24Z" fill="#3b7a53"/>
    <path d="M60 56q18-2 22-16-18 0-22 16Z" fill="#6aa878"/><path d="M46 62h28l-4 22H50z" fill="#d96b4d"/><path d="M44 60h32v6H44z" fill="#c2573b"/>
  `,
  coffee: `
    <rect width="120" height="90" fill="#e9dccb"/><rect x="70" y="-10" width="70" height="70" rx="4" fill="#c9d8cf" transform="rotate(14 100 30)"/>
    <circle cx="50" cy="48" r="34" fill="#fbf6ee"/><circle cx="50" cy="48" r="25" fill="#f0e6d6"/><circle cx="50" cy="48" r="22" fill="#7a4a30"/>
    <path d="M50 34q10 8 0 27-10-19 0-27Zm-9 8q-3 9 9 19M59 42q3 9-9 19" fill="none" stroke="#ecd0a8" stroke-width="2.6" stroke-linecap="round"/>
    <path d="M74 44q14-2 14 7t-15 6" fill="none" stroke="#f0e6d6" stroke-width="5"/>
    <path d="m92 66 14 10" stroke="#b98d5d" stroke-width="4" stroke-linecap="round"/>
  `,
  camera: `
    <rect width="120" height="90" fill="#2f5d62"/><circle cx="98" cy="16" r="30" fill="#3c7479"/><rect y="66" width="120" height="24" fill="#d7b58e"/>
    <rect x="22" y="30" width="72" height="44" rx="7" fill="#2a2726"/><rect x="22" y="30" width="72" height="13" rx="6" fill="#e4ddd0"/>
    <rect x="46" y="22" width="24" height="12" rx="3" fill="#e4ddd0"/><rect x="52" y="25" width="12" height="6" rx="1.5" fill="#4a5a5d"/>
    <circle cx="58" cy="53" r="18" fill="#e4ddd0"/><circle cx="58" cy="53" r="15" fill="#1d1c1d"/><circle cx="58" cy="53" r="9" fill="#3e6b78"/>
    <circle cx="54" cy="49" r="3" fill="#cfe8ea"/><circle cx="84" cy="37" r="3" fill="#e8674a"/>
    <rect x="28" y="34" width="10" height="5" rx="1.5" fill="#9c9587"/>
  `,
  loom: `
    <rect width="120" height="90" fill="#f0e2cf"/><g stroke="#c9603f" stroke-width="5"><path d="M0 12h120M0 42h120M0 72h120"/></g>
    <g stroke="#2f7f86" stroke-width="5"><path d="M0 22h120M0 52h120M0 82h120"/></g>
    <path d="m10 32 10-8 10 8-10 8zM40 32l10-8 10 8-10 8zM70 32l10-8 10 8-10 8zM100 32l10-8 10 8-10 8zM-5 62 5 54l10 8-10 8zM25 62l10-8 10 8-10 8zM55 62l10-8 10 8-10 8zM85 62l10-8 10 8-10 8z" fill="#3a2f3a"/>
  `,
  game: `
    <rect width="120" height="90" fill="#3a6f74"/><rect x="14" y="10" width="70" height="70" rx="5" fill="#f2e4c9" transform="rotate(-7 50 45)"/>
    <g transform="rotate(-7 50 45)" fill="#d9c39c">
    <path d="M14 10h17.5v17.5H14zM49 10h17.5v17.5H49zM31.5 27.5H49V45H31.5zM66.5 27.5H84V45H66.5zM14 45h17.5v17.5H14zM49 45h17.5v17.5H49zM31.5 62.5H49V80H31.5zM66.5 62.5H84V80H66.5z"/>
    </g><circle cx="42" cy="40" r="7" fill="#e8674a"/><circle cx="58" cy="58" r="7" fill="#2b2b2f"/>
    <rect x="86" y="50" width="24" height="24" rx="5" fill="#fffaf0" transform="rotate(12 98 62)"/><g fill="#2b2b2f"><circle cx="93" cy="56" r="2.2"/>
    <circle cx="98" cy="62" r="2.2"/><circle cx="103" cy="68" r="2.2"/></g>
  `,
} as const;

/** Name of a drawing. */
export type DemoScene = keyof typeof demoScenes;
