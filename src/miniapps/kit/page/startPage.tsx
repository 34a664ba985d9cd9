import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from '#miniapp-sdk/connect.ts';
import type { InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import type { AppPage } from './AppPage.ts';
import { createServerLine, type SessionWords } from './createServerLine.ts';
import { kitWords, pageLanguage } from './pageWords.ts';

/** Connects the page with the messenger, shows the launch to its own server and draws `App`. Without a messenger, or a server, it says so. */
export async function startPage<Words>(
  words: InLanguages<Words>,
  App: ComponentType<{ page: AppPage<Words> }>,
): Promise<void> {
  const box = document.createElement('div');
  document.body.append(box);
  const root = createRoot(box);
  const guess = pageLanguage(navigator.language);
  document.documentElement.lang = guess;
  const kabar = await connect().catch((_: unknown) => undefined);
  if (!kabar) {
    root.render(<p className="page">{kitWords[guess].noHost}</p>);
    return;
  }
  const own = pageLanguage(kabar.launch.person?.language_code ?? navigator.language);
  const server = createServerLine(kabar.launch.data, own);
  const draw = (opened: SessionWords | undefined) => {
    const lang = opened ? pageLanguage(opened.lang) : own;
    const kit = kitWords[lang];
    document.documentElement.lang = lang;
    const start = opened?.start ?? kabar.launch.start ?? '';
    const page: AppPage<Words> = { kabar, server, kit, lang, start, words: words[lang] };
    root.render(
      <StrictMode>
        {opened ? (
          <App page={page} />
        ) : (
          <main className="page center">
            <p role="alert">{kit.away}</p>
            <button className="main" onClick={() => void begin()}>
              {kit.retry}
            </button>
          </main>
        )}
      </StrictMode>,
    );
    kabar.ready();
  };
  const begin = async () => draw(await server.open().catch((_: unknown) => undefined));
  await begin();
}
