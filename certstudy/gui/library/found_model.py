"""The hits as a model; a row is put together and read from the catalogue when it is first seen."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from certstudy.gui.override import override
from certstudy.present.library import RowView, row_view
from certstudy.study.library import Hits
from certstudy.study.ports import Catalog

Index = QModelIndex | QPersistentModelIndex


class FoundModel(QStringListModel):
    """`show_hits(hits)`; the same questions with other marks keep the list's place.

    Its strings are the questions' ids: Qt counts ten thousand rows by itself, Python only reads those that are seen.
    """

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._hits: Hits | None = None
        self._ids: list[str] = []
        self._views: dict[int, RowView] = {}

    def show_hits(self, hits: Hits) -> None:
        """Shows other hits."""
        before, self._ids = self._ids, [entry.id for entry in hits.entries]
        self._hits, self._views = hits, {}
        if self._ids != before:
            self.setStringList(self._ids)
        elif self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    @property
    def ids(self) -> list[str]:
        """The questions found, in order."""
        return self._ids

    def question_id(self, index: Index) -> str:
        """The question in a row, "" outside the list."""
        return self._ids[index.row()] if index.isValid() else ""

    def index_of(self, question_id: str) -> QModelIndex:
        """The row of a question; invalid if it is not among the hits."""
        return self.index(self._ids.index(question_id)) if question_id in self._ids else QModelIndex()

    def view(self, row: int) -> RowView:
        """A row as it is drawn."""
        view = self._views.get(row)
        if view is None:
            assert self._hits is not None
            found = self._hits[row]
            question = self._catalog.question(found.entry.id)
            view = self._views[row] = row_view(self._catalog.syllabus, found, question)
        return view

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.view(index.row()).headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.view(index.row()).name
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren
