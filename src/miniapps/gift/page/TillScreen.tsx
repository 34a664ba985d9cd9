import { useState } from 'react';
import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import type { KitWords } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { GiftPageWords } from './giftParts.ts';

/** Where staff take gifts in: scanned, or typed. */
export function TillScreen(props: {
  words: GiftPageWords;
  kit: KitWords;
  isBusy: boolean;
  said?: Said | undefined;
  onScan: () => void;
  onRedeem: (code: string) => void;
  onBack: () => void;
}) {
  const { words, kit, isBusy, said, onScan, onRedeem, onBack } = props;
  const [code, setCode] = useState('');
  return (
    <PageFrame kit={kit} title={words.till} isOffline={false} said={said} onBack={onBack}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onRedeem(code);
          setCode('');
        }}
      >
        <button type="button" className="wide" disabled={isBusy} onClick={onScan}>
          {words.scan}
        </button>
        <label>
          {words.code}
          <input
            className="code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            minLength={12}
            maxLength={20}
            required
          />
        </label>
        <button className="main wide" disabled={isBusy}>
          {words.take}
        </button>
      </form>
    </PageFrame>
  );
}
