import type { Unit } from './unit.ts';
import { units, type UnitInput, type UnitName, type UnitOutput } from './units.ts';

/** A unit with the types of its own name; the compiler cannot follow a generic index by itself. */
export function unitByName<Name extends UnitName>(name: Name): Unit<UnitInput<Name>, UnitOutput<Name>> {
  return units[name] as unknown as Unit<UnitInput<Name>, UnitOutput<Name>>;
}
