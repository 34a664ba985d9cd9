import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** CPU time that a process with all its threads has used so far, ms. Undefined where there is no /proc. */
export function cpuTime(pid: number): number | undefined {
  try {
    // The name in brackets may hold spaces; what is counted comes after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
