import type { BridgeButton, BridgePopup } from '#protocol/bridge.ts';
import type { PageWindow } from '../wire/openLine.ts';

/** What the mock host draws: a bar with the app's buttons, and dialogs. */
export interface MockScreen {
  button(name: 'main' | 'secondary' | 'back' | 'settings', look: BridgeButton): void;
  /** Answers the id of a button, or undefined. */
  popup(popup: BridgePopup): Promise<string | undefined>;
  note(text: string): void;
}

const css = `
  .bar { position: fixed; inset: auto 0 0 0; display: flex; gap: 8px; padding: 8px; flex-wrap: wrap;
    background: #8882; font: 15px system-ui; z-index: 2147483647; }
  .bar:empty { display: none; }
  button { flex: 1; padding: 12px; border: 0; border-radius: 10px; font: inherit; }
  dialog { border: 0; border-radius: 14px; padding: 20px; max-width: 320px; font: 15px/1.4 system-ui; }
  dialog div { display: flex; gap: 8px; margin-top: 16px; }
`;

/** Makes the {@link MockScreen}, in a shadow root, so that the page's styles do not reach it. `press` hears which button was pressed. */
export function createMockScreen(page: PageWindow, press: (name: string) => void): MockScreen {
  const { document, console } = page;
  const root = document.createElement('kabar-mock');
  const shadow = root.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const bar = document.createElement('div');
  bar.className = 'bar';
  shadow.append(style, bar);
  document.documentElement.append(root);
  const looks = new Map<string, BridgeButton>();
  const elements = new Map<string, HTMLButtonElement>();
  return {
    button(name, change) {
      const look = { ...looks.get(name), ...change };
      looks.set(name, look);
      const element = elements.get(name) ?? document.createElement('button');
      elements.set(name, element);
      element.textContent = (look.is_progress_visible ? '… ' : '') + (look.text ?? name);
      element.disabled = look.is_active === false;
      if (look.color) element.style.background = look.color;
      if (look.text_color) element.style.color = look.text_color;
      element.onclick = () => press(name);
      if (look.is_visible) bar.append(element);
      else element.remove();
    },
    popup: (popup) =>
      new Promise((resolve) => {
        const dialog = document.createElement('dialog');
        const text = document.createElement('p');
        text.textContent = [popup.title, popup.message].filter(Boolean).join('\n');
        const row = document.createElement('div');
        for (const { id, text: label, type } of popup.buttons) {
          const element = document.createElement('button');
          element.textContent = label || type || 'OK';
          element.onclick = () => dialog.close(id ?? '');
          row.append(element);
        }
        dialog.append(text, row);
        dialog.onclose = () => {
          dialog.remove();
          resolve(dialog.returnValue || undefined);
        };
        shadow.append(dialog);
        dialog.showModal();
      }),
    note: (text) => console.info(`[mock] ${text}`),
  };
}
