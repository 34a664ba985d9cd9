import 'fake-indexeddb/auto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryEvent } from '../check/history.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import type { ClientReport, ClientSpec, FromClient, ToClient } from './clientSpec.ts';
import { createPace } from './createPace.ts';
import { runDeviceLoad } from './runDeviceLoad.ts';
import { failUncommitted } from './failUncommitted.ts';
import { lineFile } from './lineFile.ts';
import { readLines } from './readLines.ts';
import { startDevice, type Device, type DeviceSurroundings } from './startDevice.ts';

/*
 * A process full of clients. It is told where its specification lies, writes its history line by line beside it, and does what the run asks. Started again
 * after a SIGKILL it goes on where its predecessor's disk ends.
 */
const spec = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ClientSpec;
const { folder, name, isMortal } = spec;
const told = readLines(join(folder, `${name}.history`));
const history = lineFile(join(folder, `${name}.history`), told);
const write = (event: HistoryEvent): void => history.append(event);
const say = (message: FromClient): void => void process.send?.(message);

const surroundings: DeviceSurroundings = {
  folder,
  write,
  log: {
    debug: () => undefined,
    warn: (event, details) =>
      appendFileSync(join(folder, `${name}.log`), `${Date.now()} ${event} ${JSON.stringify(details)}\n`),
  },
};

const journals = new Map(
  isMortal ? spec.devices.map(({ d }) => [d, readLines(join(folder, `${d}.journal`))] as const) : [],
);
const commits = new Map([...journals].map(([d, { lines }]) => [d, lines.length]));
for (const event of failUncommitted(told.lines as HistoryEvent[], commits, Date.now())) write(event);
const devices = await Promise.all(spec.devices.map((one) => startDevice(one, surroundings, journals.get(one.d))));
journals.clear();
told.lines.length = 0;
let pace: ReturnType<typeof createPace> | undefined;
let loads: Promise<unknown> = Promise.resolve();

process.on('message', (message: ToClient) => void serve(message));
// A run that has died must not leave clients behind.
process.on('disconnect', () => process.exit(1));
say({ t: 'ready' });

async function serve(message: ToClient): Promise<void> {
  switch (message.t) {
    case 'load':
      return load(message.on);
    case 'wake':
      for (const { line } of devices) line.call({ t: 'wake' });
      return;
    case 'report':
      return say({ t: 'report', report: await reportOf(message.isDeep) });
    case 'end':
      return end();
  }
}

function load(on: boolean): void {
  pace?.set(false);
  if (!on) return;
  const fresh = createPace(spec.rate, devices.length);
  pace = fresh;
  loads = Promise.all(
    devices.map((device) => {
      const { float } = seededRandom(spec.seed + device.spec.d + history.count());
      return runDeviceLoad(device, fresh, float);
    }),
  );
}

async function reportOf(isDeep: boolean): Promise<ClientReport> {
  const report: ClientReport = {
    acked: devices.reduce((sum, { recorder }) => sum + recorder.acked(), 0),
    live: devices.filter(({ phase }) => phase() === 'live').length,
    unsettled: [],
    revs: [],
  };
  if (isDeep) for (const device of devices) await addDeep(report, device);
  return report;
}

async function addDeep(report: ClientReport, { store, phase, spec: { d } }: Device): Promise<void> {
  await store.read(['chats', 'marks', 'outbox'], async (tx) => {
    const waiting = (await tx.range('outbox', { index: ':primary' })).filter(({ state }) => state !== 'failed');
    const marks = await tx.range('marks', { index: ':primary' });
    const chats = (await tx.range('chats', { index: ':primary' })).filter(({ me }) => me.st === memberState.joined);
    const late = chats.filter(({ head, sync }) => sync.state === 'behind' || sync.rev !== head.rev);
    const why = [
      ...(phase() === 'live' ? [] : [phase()]),
      ...waiting.map(({ lane, state, action, tried, s }) => `${action.t} ${lane} ${state} ${tried} ${s ?? ''}`),
      ...marks.map(({ c, s }) => `mark ${c}:${s}`),
      ...late.map(({ c, head, sync }) => `chat ${c} ${sync.state} ${sync.rev}/${head.rev}`),
    ];
    if (why.length > 0) report.unsettled.push(`device ${d}: ${why.slice(0, 4).join(', ')}`);
    for (const { c, head } of chats) report.revs.push([c, head.rev]);
  });
}

async function end(): Promise<void> {
  pace?.set(false);
  await loads;
  const path = join(folder, `${name}.states`);
  writeFileSync(path, '');
  for (const device of devices) {
    await device.stop();
    appendFileSync(path, `${JSON.stringify(await device.state())}\n`);
  }
  process.exit(0);
}
