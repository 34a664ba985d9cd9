import type { StorybookConfig } from '@storybook/react-vite';

// vite.config.ts reads it: previews get neither the service worker nor the build list of the app.
process.env['STORYBOOK'] ??= '1';

const config: StorybookConfig = {
  stories: ['../src/client/**/*.stories.tsx', '../src/miniapps/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  staticDirs: ['../public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
};

export default config;
