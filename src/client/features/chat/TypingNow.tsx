import { useTranslation } from 'react-i18next';
import { TypingLine } from '#client/parts/TypingLine.tsx';

export type TypingNowProps = {
  /** member ids */
  typing: readonly number[];
  me: number;
  nameOf: (mid: number) => string;
  faceOf: (mid: number) => string;
};

/** Who is typing, in words for one, two or more people. */
export function TypingNow({ typing, me, nameOf, faceOf }: TypingNowProps) {
  const { t } = useTranslation();
  const others = typing.filter((mid) => mid !== me);
  const people = others.map((mid) => ({ id: faceOf(mid), name: nameOf(mid) }));
  const [first, second] = people;
  const text = !first
    ? ''
    : !second
      ? t('chat.typing.one', { name: first.name })
      : people.length === 2
        ? t('chat.typing.two', { first: first.name, second: second.name })
        : t('chat.typing.many', { name: first.name, count: people.length - 1 });
  return <TypingLine people={people} text={text} />;
}
