import type { ComponentType } from 'react';

/** Decorator of stories: a page of the settings, as high as on a desktop, that scrolls. */
export const inTallPane = (Story: ComponentType) => (
  <div className="scroll-pane h-[860px] bg-surface-sunken text-ink [--plane:var(--surface-sunken)]">
    <div className="px-4 py-6">
      <Story />
    </div>
  </div>
);
