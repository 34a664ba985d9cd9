/** Hashed files of one build, as paths. */
export type Build = readonly string[];

/** Builds to remember after `current` was installed, newest first, at most `keep`. Installing the same build again changes nothing. */
export function rememberBuild(builds: readonly Build[], current: Build, keep: number): Build[] {
  const isCurrent = (build: Build): boolean =>
    build.length === current.length && build.every((url) => current.includes(url));
  return [current, ...builds.filter((build) => !isCurrent(build))].slice(0, keep);
}

/** Cached files that belong to no remembered build. Files are named by their content, so that builds share what did not change. */
export function unusedFiles(cached: readonly string[], builds: readonly Build[]): string[] {
  const used = new Set(builds.flat());
  return cached.filter((url) => !used.has(url));
}
