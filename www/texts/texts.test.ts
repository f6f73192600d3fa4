import { FluentBundle, FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";

const sources: Record<string, string> = import.meta.glob("./**/*.ftl", { query: "?raw", import: "default", eager: true });

const messages = (source: string) => {
  const bundle = new FluentBundle("en", { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  // A message that Fluent cannot read is silently left out, so count what was written.
  const written = source.match(/^[a-z][\w-]*(?= =)/gm) ?? [];
  return { errors, written, bundle };
};
/** The variables of each message. */
const variables = (source: string) => new Map(source.split(/^(?=[a-z][\w-]* =)/m).filter((block) => /^[a-z][\w-]* =/.test(block)).map((block) => [
  block.slice(0, block.indexOf(" =")), [...new Set([...block.split(/^#/m)[0]!.matchAll(/\$\w+/g)].map(([name]) => name))].sort(),
]));

it.each(Object.keys(sources))("%s is read in full, each message once", (file) => {
  const { errors, written, bundle } = messages(sources[file]!);
  expect(errors).toEqual([]);
  expect(new Set(written).size).toBe(written.length);
  for (const id of written) expect(bundle.hasMessage(id), id).toBe(true);
});

it("every language says everything, with the same variables", () => {
  for (const [file, source] of Object.entries(sources)) {
    const english = sources[file.replace(/^\.\/\w\w/, "./en")]!;
    expect(messages(source).written.toSorted(), file).toEqual(messages(english).written.toSorted());
    expect(Object.fromEntries(variables(source)), file).toEqual(Object.fromEntries(variables(english)));
  }
});
