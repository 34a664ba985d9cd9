import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import type { KitWords, PageLanguage } from '#miniapps/kit/page/pageWords.ts';
import type { ProductView } from '#miniapps/deals/server/dealsShapes.ts';
import { rupiahOf, type DealsPageWords } from './dealsParts.ts';

/** All products with what they cost. */
export function ProductsScreen(props: {
  words: DealsPageWords;
  kit: KitWords;
  lang: PageLanguage;
  products: readonly ProductView[];
  isOffline: boolean;
  onProduct: (id: string) => void;
}) {
  const { words, kit, lang, products, isOffline, onProduct } = props;
  return (
    <PageFrame kit={kit} title={words.title} isOffline={isOffline}>
      <ul className="stack">
        {products.map((product) => (
          <li key={product.id}>
            <button className="pick" onClick={() => onProduct(product.id)}>
              <strong>{product.name}</strong>
              <span className="soft small">{product.shop}</span>
              <span className="row">
                <span className="number">{rupiahOf(product.price, lang)}</span>
                {product.isLowest && <span className="mark">{words.lowest}</span>}
                {product.isFollowed && <span className="mark">{words.followed}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
