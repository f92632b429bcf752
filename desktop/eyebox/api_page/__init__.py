"""The page of the local API: on and off, its address and key, what is asked, and how other programs are set up."""
