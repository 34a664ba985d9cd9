import { useState } from 'react';
import { PageFrame } from './PageFrame.tsx';
import type { KitWords } from './pageWords.ts';
import type { Said } from './useAct.ts';

/** Asks for the code of a place, once. */
export function StaffDoor(props: {
  kit: KitWords;
  place: string;
  isBusy: boolean;
  said?: Said | undefined;
  onEnter: (code: string) => void;
  onBack: () => void;
}) {
  const { kit, place, isBusy, said, onEnter, onBack } = props;
  const [code, setCode] = useState('');
  return (
    <PageFrame kit={kit} title={`${kit.staff} · ${place}`} isOffline={false} said={said} onBack={onBack}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter(code);
        }}
      >
        <label>
          {kit.staffCode}
          <input
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            minLength={4}
            maxLength={20}
            required
          />
        </label>
        <p className="soft small">{kit.staffHint}</p>
        <button className="main wide" disabled={isBusy}>
          {kit.staffEnter}
        </button>
      </form>
    </PageFrame>
  );
}
