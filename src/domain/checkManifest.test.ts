import { describe, expect, it } from 'vitest';
import { sampleManifest, widerManifest } from '#testing/sampleMakers.ts';
import { checkManifest } from './checkManifest.ts';
import { emptyManifestForm, emptyTexts, toManifestForm, type ManifestForm } from './manifestForms.ts';

const right: ManifestForm = toManifestForm(sampleManifest);
const problemsOf = (change: Partial<ManifestForm>) => checkManifest({ ...right, ...change }).problems;

describe('the form of a manifest', () => {
  it('comes back as the manifest it was made of', () => {
    for (const manifest of [sampleManifest, widerManifest, { ...widerManifest, connect: ['*'] as ['*'] }]) {
      expect(checkManifest(toManifestForm(manifest))).toEqual({ problems: {}, manifest });
    }
  });

  it('leaves out languages without a text and cuts spaces away', () => {
    const names = { ...emptyTexts(), en: '  Queue ', ja: '   ' };
    expect(checkManifest({ ...right, names }).manifest?.names).toEqual({ en: 'Queue' });
  });

  it('keeps what is not chosen out of the manifest', () => {
    const form: ManifestForm = { ...right, isAnyHost: true, connect: ['left.example'], url: 'no address' };
    expect(checkManifest(form).manifest).toMatchObject({ connect: ['*'], source: { kind: 'bundle' } });
  });

  it('of a first version lacks names, lines and files, and asks for nothing', () => {
    const { problems, manifest } = checkManifest(emptyManifestForm());
    expect(problems).toEqual({ 'names.en': 'missing', 'about.en': 'missing', bundle: 'missing' });
    expect(manifest).toBeUndefined();
    expect(emptyManifestForm()).toMatchObject({ scopes: {}, connect: [], isAnyHost: false });
  });
});

describe('what is wrong is said at its field', () => {
  it('for names and lines of each language', () => {
    expect(problemsOf({ names: { ...right.names, en: ' ' } })).toEqual({ 'names.en': 'missing' });
    expect(problemsOf({ names: { ...right.names, ja: 'あ'.repeat(31) } })).toEqual({ 'names.ja': 'long' });
    expect(problemsOf({ about: { ...right.about, ko: 'a\u202Eb' } })).toEqual({ 'about.ko': 'characters' });
    expect(problemsOf({ about: { ...right.about, id: 'two\nlines' } })).toEqual({ 'about.id': 'characters' });
  });

  it('for the reason of a scope, whichever others there are', () => {
    const scopes = { share: { ...emptyTexts(), en: 'To share' }, camera: emptyTexts() };
    expect(problemsOf({ scopes })).toEqual({ 'scopes.camera.en': 'missing' });
    const long = { ...scopes, camera: { ...emptyTexts(), en: 'ok', 'zh-TW': '長'.repeat(161) } };
    expect(problemsOf({ scopes: long })).toEqual({ 'scopes.camera.zh-TW': 'long' });
  });

  it('for the address of a server', () => {
    const upstream = (url: string) => problemsOf({ source: 'upstream', url });
    expect(upstream('')).toEqual({ url: 'missing' });
    for (const url of ['example.com', 'ftp://example.com', 'javascript:alert(1)', 'https://'])
      expect(upstream(url), url).toEqual({ url: 'form' });
    expect(upstream(`https://example.com/${'a'.repeat(1_000)}`)).toEqual({ url: 'long' });
    expect(upstream(' https://example.com/a ')).toEqual({});
  });

  it('for the first page of uploaded files', () => {
    expect(problemsOf({ entry: ' ' })).toEqual({ entry: 'missing' });
    for (const entry of ['../index.html', '/index.html', 'a/./b.html', 'a\\b.html'])
      expect(problemsOf({ entry }), entry).toEqual({ entry: 'form' });
  });

  it('for lists of hosts', () => {
    const many = Array.from({ length: 31 }, (_, index) => `h${index}.example`);
    expect(problemsOf({ links: many })).toEqual({ links: 'long' });
    expect(problemsOf({ connect: ['https://a.example'] })).toEqual({ connect: 'form' });
    expect(problemsOf({ connect: many }).connect).toBeDefined();
  });
});
