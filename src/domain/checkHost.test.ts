import { expect, it } from 'vitest';
import { checkHost } from './checkHost.ts';

it('takes the host out of what people paste', () => {
  expect(checkHost(' https://API.Example.com/v1?x=1 ')).toEqual({ host: 'api.example.com', isRight: true });
  for (const text of ['api.example.com', '*.example.com', 'localhost:3000', 'wss://live.example:8443'])
    expect(checkHost(text).isRight, text).toBe(true);
  for (const text of ['', '*', 'a b', 'user@host', 'http://', 'exa_mple.com', '*.*.com', 'bücher.example', '[::1]'])
    expect(checkHost(text).isRight, text).toBe(false);
});
