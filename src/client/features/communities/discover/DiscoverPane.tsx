import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CommunityCategory } from '#protocol/entities/chatSettings.ts';
import type { ChatId } from '#protocol/ids.ts';
import { problemText } from '#client/parts/problemText.ts';
import { DiscoverList, type DiscoverSort } from './DiscoverList.tsx';
import { useFind } from './useFind.ts';

/** The page on which communities are found. */
export function DiscoverPane({ chosenId }: { chosenId: ChatId | undefined }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [topic, setTopic] = useState<CommunityCategory>();
  const [sort, setSort] = useState<DiscoverSort>('activity');
  const { cards, isLoading, hasMore, problem, more, retry } = useFind({ query, topic, sort });
  return (
    <DiscoverList
      {...{ cards, isLoading, hasMore, query, topic, sort, chosenId }}
      problem={problem && problemText(t, problem)}
      onQuery={setQuery}
      onTopic={setTopic}
      onSort={setSort}
      onMore={more}
      onRetry={retry}
      onOpen={(id) => navigate(`/discover/${id}`)}
      onNew={() => navigate('/discover/new')}
      onBack={() => navigate('/chats')}
    />
  );
}
