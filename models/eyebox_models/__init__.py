"""Reading and answering about pictures, without Qt. Importing any of it brings in nothing heavy."""
