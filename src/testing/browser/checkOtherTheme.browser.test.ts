import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkOtherTheme } from './checkOtherTheme.ts';

const { documentElement: html, body } = document;
beforeEach(() => {
  html.dataset['theme'] = 'light';
  body.innerHTML = `
    <style>p { background: #fff; color: #222; } [data-theme='dark'] p { background: #111; color: #eee; }</style>
    <main><h1>Page</h1><p id="text">words</p></main>`;
});
afterEach(() => {
  body.innerHTML = '';
  delete html.dataset['theme'];
});

it('finds nothing where both themes can be read, and puts the theme back', async () => {
  await checkOtherTheme('light');
  expect(html.dataset['theme']).toBe('light');
});

it('throws for what only one theme can show', async () => {
  document.getElementById('text')?.style.setProperty('color', '#333');
  await expect(checkOtherTheme('light')).rejects.toThrow(/in the dark theme:[^]*id="text"/);
  expect(html.dataset['theme']).toBe('light');
  html.dataset['theme'] = 'dark';
  document.getElementById('text')?.style.setProperty('color', '#ddd');
  await expect(checkOtherTheme('dark')).rejects.toThrow('in the light theme');
});
