import type { PricePoint } from '#miniapps/deals/server/dealsShapes.ts';

const size = { width: 600, height: 160, edge: 8 };

/** How a price has moved: steps, because it holds until the next one. `label`: says the same in words. `now`: ms. */
export function PriceChart(props: {
  history: readonly PricePoint[];
  now: number;
  label: string;
  from: string;
  to: string;
}) {
  const { history, now, label, from, to } = props;
  const prices = history.map(({ price }) => price);
  const [low, high, first] = [Math.min(...prices), Math.max(...prices), history[0]?.at ?? now];
  const x = (at: number) => size.edge + ((at - first) / Math.max(1, now - first)) * (size.width - 2 * size.edge);
  const y = (price: number) =>
    size.height - size.edge - ((price - low) / Math.max(1, high - low)) * (size.height - 2 * size.edge);
  const steps = history.map(({ at, price }, index) =>
    index === 0 ? `M${x(at)} ${y(price)}` : `H${x(at)}V${y(price)}`,
  );
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <path
          d={`${steps.join('')}H${x(now)}`}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="3"
          strokeLinejoin="round"
        />
        <circle cx={x(now)} cy={y(prices.at(-1) ?? low)} r="6" fill="var(--accent)" />
      </svg>
      <figcaption className="row small soft">
        <span className="grow">{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
