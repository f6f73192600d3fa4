// The live part of this page: what a host does with the element.
const lab = document.getElementById("live");
const heard = document.getElementById("heard");
const exported = document.getElementById("exported");
for (const type of ["ready", "state", "error"]) {
  lab.addEventListener(`interphase-${type}`, ({ detail }) => {
    heard.textContent = JSON.stringify({ ...detail, cell: undefined });
  });
}
document.getElementById("set").addEventListener("click", () => {
  lab.cell = { thicknessNm: 6 };
});
document.getElementById("export").addEventListener("click", async () => {
  try {
    const { title, content } = await lab.export("csv");
    exported.textContent = `${title}: ${content.split("\n").length} lines`;
  } catch (error) {
    exported.textContent = error.message;
  }
});
