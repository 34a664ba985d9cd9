import type { Decorator } from '@storybook/react-vite';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { ServicesContext } from '#client/context.ts';
import { createFakeServices, type FakeSeed } from './fakeServices.ts';

/** Gives a story a device in memory and an address of its own. `parameters.seed` and `parameters.path` override what is given here. */
export function withServices(seed: FakeSeed, path = '/chats'): Decorator {
  return (Story, { parameters }) => (
    <Stage seed={parameters['seed'] ?? seed} path={parameters['path'] ?? path}>
      <Story />
    </Stage>
  );
}

function Stage({ seed, path, children }: { seed: FakeSeed; path: string; children: ReactNode }) {
  const [services] = useState(() => createFakeServices(seed));
  const [location] = useState(() => memoryLocation({ path }));
  return (
    <ServicesContext value={services}>
      <Router hook={location.hook}>{children}</Router>
    </ServicesContext>
  );
}
