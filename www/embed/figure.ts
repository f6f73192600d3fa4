/** A figure of the page as text, for whoever embeds it. */
import { svgText, type FigureSource } from "../elements/plot/export";
import { csvOf } from "../elements/plot/table";
import type { ExportFormat } from "./protocol";

export async function figureText(page: ParentNode, format: ExportFormat, title?: string): Promise<{ title: string; content: string } | undefined> {
  const figures = [...page.querySelectorAll<FigureSource>("ip-plot")];
  const figure = title === undefined ? figures[0] : figures.find(({ figureTitle }) => figureTitle === title);
  if (!figure) return undefined;
  const content = format === "svg" ? await svgText(figure) : figure.table ? csvOf(figure.table, figure.provenance) : undefined;
  return content === undefined ? undefined : { title: figure.figureTitle, content };
}
