/** What a rule says of text that stands in documents in another form, as said of the documents. */
import type { Translation } from './facts/facts';
import type { Edit, Place } from './model/value';
import type { Report } from './rules/rule';

/** A place where it can be shown. */
export const asWritten = (place: Place, translations: ReadonlyMap<string, Translation>): Place =>
  translations.get(place.uri)?.place(place) ?? place;

/** A report about text that stands in documents in another form, as one about the documents. */
export function inDocument(report: Report, translations: ReadonlyMap<string, Translation>): Report {
  if (translations.size === 0) return report;
  const written = (edits: readonly Edit[] | undefined) => {
    const out = edits?.map((edit) => {
      const own = translations.get(edit.uri);
      return own ? own.edit?.(edit) : edit;
    });
    return out?.every((edit) => edit !== undefined) ? out : undefined;
  };
  const fixes = () =>
    (report.fixes?.() ?? []).flatMap((fix) => {
      const edits = written(fix.edits);
      return edits || !fix.edits ? [{ ...fix, edits }] : [];
    });
  const related = report.related?.map((r) => ({ ...r, place: asWritten(r.place, translations) }));
  return { ...report, place: asWritten(report.place, translations), fixes, related };
}
