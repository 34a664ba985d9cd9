import { describe, expect, it } from 'vitest';
import { sampleManifest, widerManifest } from '#testing/sampleMakers.ts';
import { compareManifests, isHarmless } from './compareManifests.ts';

describe('what a version changes', () => {
  it('is everything when people have none yet', () => {
    const changes = compareManifests(undefined, widerManifest);
    expect(changes).toMatchObject({
      isFirst: true,
      isSourceNew: true,
      scopes: { added: ['write', 'location', 'camera'], gone: [] },
      connect: { added: ['api.antre.example', '*.tiles.example'] },
      looks: [],
    });
    expect(isHarmless(changes)).toBe(false);
  });

  it('is nothing for the same manifest in another order', () => {
    const turned = {
      ...widerManifest,
      scopes: widerManifest.scopes.toReversed(),
      links: widerManifest.links.toReversed(),
    };
    const changes = compareManifests(widerManifest, turned);
    expect(changes).toEqual({
      isFirst: false,
      scopes: { added: [], gone: [] },
      reasons: [],
      connect: { added: [], gone: [] },
      opensAll: false,
      links: { added: [], gone: [] },
      isSourceNew: false,
      looks: [],
    });
    expect(isHarmless(changes)).toBe(true);
  });

  it('names new scopes, other reasons, hosts, source and looks', () => {
    expect(compareManifests(sampleManifest, widerManifest)).toEqual({
      isFirst: false,
      scopes: { added: ['location', 'camera'], gone: [] },
      reasons: ['write'],
      connect: { added: ['api.antre.example', '*.tiles.example'], gone: [] },
      opensAll: false,
      links: { added: ['antre.example'], gone: [] },
      isSourceNew: true,
      looks: ['about'],
    });
    expect(compareManifests(widerManifest, sampleManifest).scopes).toEqual({ added: [], gone: ['location', 'camera'] });
  });

  it('tells "any host" apart from a host, and says it only when it is new', () => {
    const open = { ...widerManifest, connect: ['*'] as ['*'] };
    expect(compareManifests(widerManifest, open)).toMatchObject({ opensAll: true, connect: { added: [] } });
    expect(compareManifests(open, open).opensAll).toBe(false);
    expect(compareManifests(open, widerManifest)).toMatchObject({ opensAll: false });
    expect(isHarmless(compareManifests(widerManifest, open))).toBe(false);
  });

  it('takes other files for another source', () => {
    const source = { kind: 'bundle', bundle: '00000000-0000-4000-8000-000000000001', entry: 'index.html' } as const;
    expect(compareManifests(sampleManifest, { ...sampleManifest, source }).isSourceNew).toBe(true);
  });

  it('lets a new name or category be harmless', () => {
    const next = { ...sampleManifest, names: { en: 'Queue' }, category: 'tools' as const };
    const changes = compareManifests(sampleManifest, next);
    expect(changes.looks).toEqual(['names', 'category']);
    expect(isHarmless(changes)).toBe(true);
  });
});
