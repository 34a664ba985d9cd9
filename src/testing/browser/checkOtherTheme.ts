import axe from 'axe-core';

/** What a theme decides. */
const rules = ['color-contrast', 'link-in-text-block'];
/** Storybook's own parts of the page. */
const exclude = ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'];

/**
 * Under test each story is looked at once more in the other theme, as it stands at its end; throws for what cannot be read there. Rendering everything a second time would tell no more and take twice as
 * long.
 */
export async function checkOtherTheme(theme: unknown): Promise<void> {
  if (!('__vitest_browser__' in globalThis)) return;
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  const other = theme === 'dark' ? 'light' : 'dark';
  dataset['theme'] = other;
  try {
    const { violations } = await axe.run({ include: 'body', exclude }, { runOnly: rules, resultTypes: ['violations'] });
    const words = violations.flatMap(({ nodes }) =>
      nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    );
    if (words.length > 0) throw new Error(`in the ${other} theme:\n${words.join('\n')}`);
  } finally {
    if (before === undefined) delete dataset['theme'];
    else dataset['theme'] = before;
  }
}
