import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleList, type PeopleListHandle } from '#client/parts/PeopleList.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';

/** Somebody whose card can be sent. */
export interface ContactChoice {
  user: number;
  /** the name I know them by */
  name: string;
  /** colour and picture of the face */
  face: string;
  handle: string;
  isMe: boolean;
}

export type ContactSheetProps = {
  /** those that match what was typed */
  people: readonly ContactChoice[];
  /** there is nobody at all but me */
  isEmpty: boolean;
  query: string;
  onQuery: (query: string) => void;
  /** it could not be kept on this device */
  problem?: string | undefined;
  onSend: (person: ContactChoice) => void;
  onClose: () => void;
};

/** Whose card is sent: me or a friend. From below on phones. Loaded when somebody wants one. */
export function ContactSheet({ people, isEmpty, query, onQuery, problem, onSend, onClose }: ContactSheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PeopleListHandle>(null);
  const [chosen, setChosen] = useState<number>();
  const person = people.find(({ user }) => user === chosen);
  return (
    <TallSheet title={t('cards.contact.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="flex-none px-4 pt-3 pb-1">
        <SearchField
          ref={search}
          label={t('cards.contact.search')}
          value={query}
          onChange={onQuery}
          clearLabel={t('common.clearSearch')}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
      </div>
      {people.length === 0 ? (
        <p role="status" className="flex-1 px-5 py-6 text-center text-13 wrap-anywhere text-ink-soft">
          {t('cards.contact.noMatch', { query: query.trim() })}
        </p>
      ) : (
        <PeopleList
          ref={list}
          label={t('cards.contact.list')}
          onLeaveTop={() => search.current?.focus()}
          rows={[
            ...people.map(({ user, name, face, handle, isMe }) => ({
              kind: 'person' as const,
              key: String(user),
              person: {
                ...{ id: face, name, detail: isMe ? t('cards.contact.me') : `@${handle}` },
                ...{ avatarSize: 40 as const, isTicked: user === chosen },
                onClick: () => setChosen(user === chosen ? undefined : user),
              },
            })),
            ...(isEmpty
              ? [
                  {
                    ...{ kind: 'note' as const, key: 'empty' },
                    node: <p className="px-3 py-4 text-13 text-ink-soft">{t('cards.contact.empty')}</p>,
                  },
                ]
              : []),
          ]}
        />
      )}
      <div className="grid flex-none gap-2 border-t border-line px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))]">
        {problem !== undefined && <Banner role="alert">{problem}</Banner>}
        <p id={`${id}-hint`} className="text-12 text-ink-soft">
          {t('cards.contact.hint')}
        </p>
        <Button size="large" isWide isDisabled={!person} onClick={() => person && onSend(person)}>
          {t('cards.contact.send')}
        </Button>
      </div>
    </TallSheet>
  );
}
