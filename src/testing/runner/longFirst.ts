import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files take minutes each. */
const long = ['/src/testing/world/', '/src/testing/faults/'];

/** Begins with the files that take longest: begun last, they would keep one worker busy while the others have nothing left to do. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((folder) => moduleId.includes(folder));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
