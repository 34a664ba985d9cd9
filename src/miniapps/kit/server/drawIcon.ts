/** An icon as all our apps have it: white lines on a slope of two colours. `lines`: what is drawn, as SVG in a box of 24 × 24, 2 wide. */
export const drawIcon = ([from, to]: readonly [string, string], lines: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="512" height="512">
  <defs><linearGradient id="slope" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
  <rect width="48" height="48" fill="url(#slope)"/>
  <g transform="translate(12 12)" fill="none" stroke="#fff" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${lines}</g>
</svg>`;
