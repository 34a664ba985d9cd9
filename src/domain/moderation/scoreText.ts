import type { Reason } from '#protocol/entities/moderation.ts';
import { findLinks } from './findLinks.ts';

/** Points from 0 to 100, and what gave them. */
export interface TextScore {
  score: number;
  reasons: Reason[];
}

const digits = /\d/gu;
/** Bait that unwanted advertising in the five languages of the product keeps using. Each counts once. */
const bait = [
  /(?:100 ?%|guaranteed|free|instant) ?(?:profit|money|cash|income|bonus)/iu,
  /(?:dm|pm|chat|hubungi|whatsapp|wa) ?(?:me|saya|admin)? ?(?:for|untuk|now|sekarang) ?(?:price|info|harga|order|join)/iu,
  /(?:slot|judi|togel|casino|betting) ?(?:online|gacor|maxwin|bonus)/iu,
  /(?:pinjaman|pinjol|kredit) ?(?:cepat|cair|tanpa)/iu,
  /(?:副業|在宅).{0,12}(?:稼|万円|万|簡単|かんたん|カンタン)/u,
  /(?:日払い|即金|高収入)/u,
  /(?:무료|고수익|재택).{0,8}(?:알바|부업|수익|상담)/u,
  /(?:카지노|토토|바카라)/u,
  /(?:加(?:賴|line|我)|私訊|私讯).{0,10}(?:領|领|賺|赚|優惠|优惠|價|价)/iu,
  /(?:穩賺|稳赚|日賺|日赚|兼職|兼职).{0,12}(?:元|塊|块|萬|万)/u,
];

/**
 * Scores how much a text looks like noise. It knows three things: shouting, repetition and patterns of common advertising. It understands nothing, and no score
 * proves anything; that is why it says what it saw.
 */
export function scoreText(text: string): TextScore {
  const head = text.slice(0, 4_000);
  const parts = [shouting(head), repetition(head), spam(head)].filter(({ points }) => points > 0);
  const score = Math.min(
    100,
    parts.reduce((sum, { points }) => sum + points, 0),
  );
  return { score, reasons: parts.map(({ r }) => ({ r })) };
}

type Part = { r: 'shouting' | 'repetition' | 'spam'; points: number };

/** Capitals where small letters would do, and rows of exclamation marks: up to 40. */
function shouting(text: string): Part {
  let upper = 0;
  let cased = 0;
  for (const char of text) {
    if (char.toLowerCase() === char.toUpperCase()) continue;
    cased += 1;
    if (char !== char.toLowerCase()) upper += 1;
  }
  const marks = text.match(/[!?！？]/gu)?.length ?? 0;
  const capitals = cased >= 12 ? Math.max(0, upper / cased - 0.6) / 0.4 : 0;
  return { r: 'shouting', points: Math.round(Math.min(40, capitals * 30 + Math.max(0, marks - 3) * 4)) };
}

/** The same character or the same word again and again: up to 40. */
function repetition(text: string): Part {
  let longest = 0;
  let run = 0;
  let last = '';
  for (const char of text) {
    run = char === last && !/[\s!?！？]/u.test(char) ? run + 1 : 1;
    last = char;
    longest = Math.max(longest, run);
  }
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const repeated = words.length >= 6 ? 1 - new Set(words).size / words.length : 0;
  const points = Math.max(0, longest - 7) * 4 + Math.max(0, repeated - 0.4) * 60;
  return { r: 'repetition', points: Math.round(Math.min(40, points)) };
}

/** Bait, links, many digits: up to 80. */
function spam(text: string): Part {
  const baits = bait.filter((pattern) => pattern.test(text)).length;
  const links = findLinks(text);
  const invites = links.filter(({ isInvite }) => isInvite).length;
  const isNumbers = (text.match(digits)?.length ?? 0) >= 8 && baits > 0;
  const points = baits * 35 + Math.min(20, links.length * 5) + Math.min(30, invites * 15) + (isNumbers ? 15 : 0);
  return { r: 'spam', points: Math.min(80, points) };
}
