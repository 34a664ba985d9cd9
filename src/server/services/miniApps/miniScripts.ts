/** The scripts that every app's address offers below `/__mini/`. */
export const miniScriptNames = ['relay', 'telegram-web-app', 'sdk'] as const;
export type MiniScriptName = (typeof miniScriptNames)[number];

/** Where those scripts come from. */
export interface MiniScripts {
  /** The script as bytes of UTF-8 text. Undefined: it was not built. */
  get(name: MiniScriptName): Promise<Uint8Array | undefined>;
}
