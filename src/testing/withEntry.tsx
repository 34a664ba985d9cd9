import type { Decorator } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { EntryContext, type EntryServices } from '#client/context.ts';
import { createFakeEntryServices } from './fakeServices.ts';

/** Answers of a server that a story invents. `parameters.entry` overrides what is given here. */
export type EntryAnswers = Partial<Omit<EntryServices, 'prefs' | 'setPrefs' | 'session'>>;

/** Gives a story the services of the log-in pages and an address of its own. */
export function withEntry(answers: EntryAnswers = {}, path = '/login'): Decorator {
  return (Story, { parameters }) => (
    <Stage answers={parameters['entry'] ?? answers} path={path}>
      <Story />
    </Stage>
  );
}

function Stage({ answers, path, children }: { answers: EntryAnswers; path: string; children: ReactNode }) {
  const [services] = useState(() => createFakeEntryServices(answers));
  const [location] = useState(() => memoryLocation({ path }));
  return (
    <EntryContext value={services}>
      <Router hook={location.hook}>{children}</Router>
    </EntryContext>
  );
}
